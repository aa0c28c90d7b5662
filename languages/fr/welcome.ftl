welcome-title = Bonjour ! Ce bot transforme des images en courtes vidéos
welcome-try = Tout le monde peut l’essayer dès maintenant : envoie `/animate` et joins une image. `/help` montre le reste.

welcome-set = Pour la modération : ce que vous pouvez régler
welcome-set-allowance = `/quota set-default` ce que chaque membre peut dépenser ; actuellement { $allowance }
welcome-set-limits = `/settings limits` ce que tous peuvent dépenser ensemble
welcome-set-where = `/settings channels` et `/settings roles` : où et par qui les vidéos sont créées
welcome-set-log = `/settings log-channel` où vous lisez les signalements et ce qui vous attend
welcome-set-more = `/settings show` montre tout cela, et `/status` comment tout se passe

welcome-permissions = Permissions
welcome-complete = Le bot a tout ce qu’il lui faut.
welcome-lacking = Sur ce serveur, il manque à son rôle :
welcome-lacking-mend = Donne-les-lui dans **Paramètres du serveur**, **Rôles**.
welcome-lacking-here = Dans ce salon, il lui manque ce que son rôle a pourtant :
welcome-lacking-here-mend = Donne-le-lui dans les paramètres de ce salon, ou utilise d’autres salons.

welcome-check = Vérifier à nouveau
