welcome-title = Olá! Este bot transforma imagens em vídeos curtos
welcome-try = Todo mundo já pode experimentar: envie `/animate` e anexe uma imagem. `/help` mostra o resto.

welcome-set = Para moderadores: o que você pode configurar
welcome-set-allowance = `/quota set-default` quanto cada membro pode gastar; agora: { $allowance }
welcome-set-limits = `/settings limits` quanto todos podem gastar juntos
welcome-set-where = `/settings channels` e `/settings roles`: onde e por quem os vídeos são feitos
welcome-set-log = `/settings log-channel` onde você lê as denúncias e o que espera sua decisão
welcome-set-more = `/settings show` tem tudo, e `/status` diz como vai tudo

welcome-permissions = Permissões
welcome-complete = O bot tem tudo de que precisa.
welcome-lacking = Neste servidor, o cargo dele não tem:
welcome-lacking-mend = Dê essas permissões ao cargo em **Configurações do servidor**, **Cargos**.
welcome-lacking-here = Neste canal ele não tem, embora o cargo tenha:
welcome-lacking-here-mend = Dê essas permissões a ele nas configurações deste canal, ou use outros canais.

welcome-check = Verificar de novo
