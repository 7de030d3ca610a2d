// Shows the API's description. The token that a reader types stays in this page.
window.SwaggerUIBundle({
  url: '/openapi?format=JSON',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: false,
});
