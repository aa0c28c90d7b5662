welcome-title = ¡Hola! Este bot convierte imágenes en videos cortos
welcome-try = Ya puede probarlo todo el mundo: envía `/animate` y adjunta una imagen. `/help` muestra el resto.

welcome-set = Para moderadores: qué puedes ajustar
welcome-set-allowance = `/quota set-default` cuánto puede gastar cada miembro; ahora: { $allowance }
welcome-set-limits = `/settings limits` cuánto pueden gastar todos juntos
welcome-set-where = `/settings channels` y `/settings roles`: dónde y por quién se hacen los videos
welcome-set-log = `/settings log-channel` dónde lees los reportes y lo que espera tu decisión
welcome-set-more = `/settings show` lo tiene todo, y `/status` dice cómo va todo

welcome-permissions = Permisos
welcome-complete = El bot tiene todo lo que necesita.
welcome-lacking = En este servidor, su rol no tiene:
welcome-lacking-mend = Dale estos permisos en **Ajustes del servidor**, **Roles**.
welcome-lacking-here = En este canal no tiene, aunque su rol sí:
welcome-lacking-here-mend = Dale estos permisos en los ajustes de este canal, o usa otros canales.

welcome-check = Comprobar de nuevo
