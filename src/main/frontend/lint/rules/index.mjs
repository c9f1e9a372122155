import delegate from './delegate.mjs';
import editionBinding from './edition-binding.mjs';
import elementId from './element-id.mjs';
import gatewayQuestion from './gateway-question.mjs';
import messageAndErrorName from './message-and-error-name.mjs';
import processMetadata from './process-metadata.mjs';
import savePoint from './save-point.mjs';
import startable from './startable.mjs';
import stepName from './step-name.mjs';
import userTaskDue from './user-task-due.mjs';
import userTaskForm from './user-task-form.mjs';
import userTaskRole from './user-task-role.mjs';

export const rules = {
  delegate,
  'edition-binding': editionBinding,
  'element-id': elementId,
  'gateway-question': gatewayQuestion,
  'message-and-error-name': messageAndErrorName,
  'process-metadata': processMetadata,
  'save-point': savePoint,
  startable,
  'step-name': stepName,
  'user-task-due': userTaskDue,
  'user-task-form': userTaskForm,
  'user-task-role': userTaskRole,
};
