delivery-not-fetched = No se pudo descargar el video terminado de su proveedor.
delivery-place-gone = El canal para el video terminado ya no existe. El video se conserva.
delivery-not-allowed = El bot no puede publicar aquí el video terminado. El video se conserva.
delivery-too-large = El video terminado es demasiado grande para este servidor. El video se conserva.
delivery-given-up = Un moderador dio este video por perdido.
