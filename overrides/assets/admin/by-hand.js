// Decap CMS would start by itself and look for config.yml; form.mjs starts it when all is ready.
window.CMS_MANUAL_INIT = true
