// The browser part's own words, in the page's language. Validation messages come from the server's bundles.
import validationDa from '../../resources/i18n/validation_da.properties';
import validationEn from '../../resources/i18n/validation.properties';
import validationSv from '../../resources/i18n/validation_sv.properties';

const texts = {
  en: {
    ...validationEn,
    'form.submit': 'Submit',
    'form.submitting': 'Submitting …',
    'form.loading': 'Loading the form …',
    'form.required-hint': 'Fields marked with * need an answer.',
    'form.saved': 'Saved {0}',
    'form.saving': 'Saving …',
    'form.elsewhere': 'This was saved elsewhere at {0}. What you typed is still here.',
    'form.take-theirs': 'Take what was saved there',
    'form.keep-mine': 'Keep what stands here',
    'form.not-saved': 'Not saved yet. Your text stays here; we try again.',
    'form.summary': 'Something is missing before this can be submitted',
    'form.not-submitted': 'This was not submitted',
    'form.row': 'row {0}',
    'form.load-failed': 'The form could not be loaded. Please reload the page.',
    'form.gone': 'This task no longer exists. It may have been completed or taken back. Copy what you wrote if you need it.',
    'form.conflict': 'Somebody else has completed this task or changed it. Your text is still here; reload to see the latest.',
    'form.forbidden': 'You may not do this, or you have been signed out. Sign in again in another tab, then try again here.',
    'form.offline': 'There is no connection to the server. Nothing is lost: your text stays here. Please try again.',
    'form.refused': 'The server did not accept this. Nothing is lost: your text stays here.',
    'list.add': 'Add a row',
    'list.remove': 'Remove row {0}',
    'list.remove-short': 'Remove',
    'list.removed': 'Row {0} was removed',
    'list.added': 'Row {0} was added',
    'list.empty': 'Nothing written here yet.',
    'select.choose': 'Choose …',
    'select.empty': 'There is nothing to choose yet.',
    'scale.not-answered': 'Not answered',
    'scale.clear': 'No answer',
    'scale.low': 'as bad as can be',
    'scale.high': 'as good as can be',
    'date.date': 'Date',
    'date.time': 'Time',
  },
  da: {
    ...validationDa,
    'form.submit': 'Indsend',
    'form.submitting': 'Indsender …',
    'form.loading': 'Henter formularen …',
    'form.required-hint': 'Felter med * skal besvares.',
    'form.saved': 'Gemt {0}',
    'form.saving': 'Gemmer …',
    'form.elsewhere': 'Der er gemt et andet sted kl. {0}. Det, du har skrevet, står her stadig.',
    'form.take-theirs': 'Tag det, der er gemt dér',
    'form.keep-mine': 'Behold det, der står her',
    'form.not-saved': 'Ikke gemt endnu. Din tekst bliver stående, og vi prøver igen.',
    'form.summary': 'Der mangler noget, før dette kan indsendes',
    'form.not-submitted': 'Dette blev ikke indsendt',
    'form.row': 'række {0}',
    'form.load-failed': 'Formularen kunne ikke hentes. Genindlæs siden.',
    'form.gone': 'Opgaven findes ikke længere. Den kan være afsluttet eller trukket tilbage. Kopiér din tekst, hvis du har brug for den.',
    'form.conflict': 'En anden har afsluttet eller ændret opgaven. Din tekst står her stadig; genindlæs siden for at se det nyeste.',
    'form.forbidden': 'Det har du ikke adgang til, eller du er blevet logget ud. Log ind igen i en anden fane, og prøv så igen her.',
    'form.offline': 'Der er ingen forbindelse til serveren. Intet er tabt: din tekst bliver stående. Prøv igen.',
    'form.refused': 'Serveren tog ikke imod dette. Intet er tabt: din tekst bliver stående.',
    'list.add': 'Tilføj en række',
    'list.remove': 'Fjern række {0}',
    'list.remove-short': 'Fjern',
    'list.removed': 'Række {0} er fjernet',
    'list.added': 'Række {0} er tilføjet',
    'list.empty': 'Her står ikke noget endnu.',
    'select.choose': 'Vælg …',
    'select.empty': 'Der er ikke noget at vælge endnu.',
    'scale.not-answered': 'Ikke besvaret',
    'scale.clear': 'Intet svar',
    'scale.low': 'så slemt, det kan være',
    'scale.high': 'så godt, det kan være',
    'date.date': 'Dato',
    'date.time': 'Klokkeslæt',
  },
  sv: {
    ...validationSv,
    'form.submit': 'Skicka in',
    'form.submitting': 'Skickar in …',
    'form.loading': 'Hämtar formuläret …',
    'form.required-hint': 'Fält med * måste besvaras.',
    'form.saved': 'Sparat {0}',
    'form.saving': 'Sparar …',
    'form.elsewhere': 'Det har sparats på ett annat ställe kl. {0}. Det du har skrivit står kvar här.',
    'form.take-theirs': 'Ta det som är sparat där',
    'form.keep-mine': 'Behåll det som står här',
    'form.not-saved': 'Inte sparat än. Din text står kvar, och vi försöker igen.',
    'form.summary': 'Något saknas innan det här kan skickas in',
    'form.not-submitted': 'Det här skickades inte in',
    'form.row': 'rad {0}',
    'form.load-failed': 'Formuläret kunde inte hämtas. Ladda om sidan.',
    'form.gone': 'Uppgiften finns inte längre. Den kan vara avslutad eller återtagen. Kopiera din text om du behöver den.',
    'form.conflict': 'Någon annan har avslutat eller ändrat uppgiften. Din text står kvar; ladda om sidan för att se det senaste.',
    'form.forbidden': 'Det har du inte behörighet till, eller så har du loggats ut. Logga in igen i en annan flik och försök sedan igen här.',
    'form.offline': 'Det finns ingen förbindelse med servern. Inget är förlorat: din text står kvar. Försök igen.',
    'form.refused': 'Servern tog inte emot det här. Inget är förlorat: din text står kvar.',
    'list.add': 'Lägg till en rad',
    'list.remove': 'Ta bort rad {0}',
    'list.remove-short': 'Ta bort',
    'list.removed': 'Rad {0} har tagits bort',
    'list.added': 'Rad {0} har lagts till',
    'list.empty': 'Här står inget än.',
    'select.choose': 'Välj …',
    'select.empty': 'Det finns inget att välja än.',
    'scale.not-answered': 'Inte besvarad',
    'scale.clear': 'Inget svar',
    'scale.low': 'så illa det kan vara',
    'scale.high': 'så bra det kan vara',
    'date.date': 'Datum',
    'date.time': 'Klockslag',
  },
};

export const languages = Object.keys(texts);

/** The words of one language; what is missing there fails a test, not a page. */
export function translator(language = document.documentElement.lang) {
  const code = language in texts ? language : language.split('-')[0];
  const chosen = texts[code] ?? texts.en;
  const numbers = new Intl.NumberFormat(code in texts ? code : 'en');
  return (key, ...args) =>
    (chosen[key] ?? key).replace(/\{(\d)\}/g, (_, index) => {
      const value = args[index];
      return typeof value === 'number' ? numbers.format(value) : String(value ?? '');
    });
}

export const keysOf = (language) => Object.keys(texts[language]).sort();
