// Task and start pages: every .js-form becomes a form that saves itself and tells what is missing.
import { FormPage } from './form/page.js';
import { beHere } from './form/here.js';
import './form.css';

document.querySelectorAll('.js-here').forEach(beHere);
document.querySelectorAll('.js-form').forEach((element) => new FormPage(element).open());
