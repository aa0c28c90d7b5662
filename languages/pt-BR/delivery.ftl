delivery-not-fetched = Não foi possível baixar o vídeo pronto do provedor.
delivery-place-gone = O canal do vídeo pronto não existe mais. O vídeo fica guardado.
delivery-not-allowed = O bot não pode publicar o vídeo pronto aqui. O vídeo fica guardado.
delivery-too-large = O vídeo pronto é grande demais para este servidor. O vídeo fica guardado.
delivery-given-up = Um moderador desistiu deste vídeo.
