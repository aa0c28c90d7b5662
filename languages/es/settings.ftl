settings-title = Ajustes de este servidor

settings-section-credits = Créditos
settings-section-time = Tiempo
settings-section-at-once = A la vez
settings-section-who-and-where = Quién y dónde
settings-section-what = Qué
settings-section-moderators = Moderadores

settings-line = { $name }: **{ $value }**
settings-line-deleted = { $name }: **eliminado**
settings-line-all-deleted = { $name }: { $deleted ->
    [one] **{ $deleted } eliminado**
   *[other] **{ $deleted } eliminados**
}
settings-line-some-deleted = { $name }: **{ $value }**, y { $deleted ->
    [one] { $deleted } eliminado
   *[other] { $deleted } eliminados
}

settings-allowance-day = { $allowance } al día
settings-allowance-week = { $allowance } a la semana
settings-allowance-month = { $allowance } al mes
settings-words = { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
}

settings-gone-channels = Así nadie puede pedir en ningún sitio: añade un canal o vacía la lista.
settings-gone-roles = Así nadie puede pedir: añade un rol o vacía la lista.
settings-gone-models = Así no se puede hacer ningún video: añade un modelo o vacía la lista.

settings-no-words = Ninguna.
settings-no-adult-words = Solo las incluidas en el bot.

settings-hidden-commands = Discord mismo oculta los comandos de moderador a los miembros sin Gestionar servidor. Un administrador puede mostrarlos a estos roles en Ajustes del servidor > Integraciones.

settings-nothing-usable = Con estos ajustes no queda ningún modelo que pueda hacer un video: se rechaza todo `/animate`.
settings-all-too-dear = Ningún video cuesta tan poco: el más barato cuesta { $cheapest }, así que se rechaza todo `/animate`.
settings-pool-too-small = Todos los miembros juntos tienen muy poco para cualquier video: el más barato cuesta { $cheapest }, así que se rechaza todo `/animate`.
settings-grants-only = Esto solo no alcanza para ningún video: el más barato cuesta { $cheapest }.
settings-provider-off = Ahora mismo el operador del bot no tiene activado { $provider }.

settings-set-and-lift = `{ $limit }` no se puede fijar y quitar a la vez.
settings-no-limit-named = Indica al menos un límite, o uno en `quitar_límite`.
settings-no-window-named = Indica un `período`, una `zona_horaria`, o ambos.
settings-no-model = No hay ningún modelo «{ $typed }».
settings-did-you-mean = ¿Querías decir { $names }?
settings-see-models = Mira `/models`.
settings-no-zone = No hay ninguna zona horaria «{ $typed }».
settings-zone-form = Usa un nombre como Europe/Berlin o America/New_York.
settings-clear-alone = `vaciar` olvida todo; omite `{ $option }`, o usa `quitar`.
settings-tidy-alone = `limpiar` quita lo que ya no existe; omite `{ $option }`, o usa `quitar`.
settings-name-to-add = Indica en `{ $option }` qué añadir.
settings-name-to-remove = Indica en `{ $option }` qué quitar.
settings-nothing-known = Discord todavía no le ha dicho al bot qué hay en este servidor. Inténtalo otra vez en un minuto.
settings-not-everyone = @everyone no vale: indica un rol que solo tengan algunos miembros, o usa `vaciar`.
settings-missing-permissions = En { $channel } el bot no tiene: { $permissions }.
settings-give-permissions = Dale ahí estos permisos, o elige otro canal.

settings-full-channels = La lista admite como máximo { $most } canales; ahora tiene { $now }.
settings-full-roles = La lista admite como máximo { $most } roles; ahora tiene { $now }.
settings-full-models = La lista admite como máximo { $most } modelos; ahora tiene { $now }.
settings-full-providers = La lista admite como máximo { $most } proveedores; ahora tiene { $now }.
settings-full-words = La lista admite como máximo { $most } palabras; ahora tiene { $now }.
settings-all-exist-channels = No hay nada que limpiar: todos los canales de la lista existen.
settings-all-exist-roles = No hay nada que limpiar: todos los roles de la lista existen.
settings-all-exist-models = No hay nada que limpiar: todos los modelos de la lista existen.
settings-none-exists-channels = Ya no existe ninguno de los canales de la lista, y con la lista vacía se permiten todos.
settings-none-exists-roles = Ya no existe ninguno de los roles de la lista, y con la lista vacía se permiten todos.
settings-none-exists-models = Ya no existe ninguno de los modelos de la lista, y con la lista vacía se permiten todos.
settings-add-or-clear = Antes usa `añadir` con algo permitido, o `vaciar`.
settings-all-allowed-channels = Ahora se permiten todos los canales. Añade los que se puedan usar: los demás dejan de valer.
settings-all-allowed-roles = Ahora se permiten todos los roles. Añade los que se puedan usar: los demás dejan de valer.
settings-all-allowed-models = Ahora se permiten todos los modelos. Añade los que se puedan usar: los demás dejan de valer.
settings-all-allowed-providers = Ahora se permiten todos los proveedores. Añade los que se puedan usar: los demás dejan de valer.
settings-none-left-channels = No quedaría ninguno, y entonces se permiten todos los canales. Usa `vaciar` si es lo que quieres.
settings-none-left-roles = No quedaría ninguno, y entonces se permiten todos los roles. Usa `vaciar` si es lo que quieres.
settings-none-left-models = No quedaría ninguno, y entonces se permiten todos los modelos. Usa `vaciar` si es lo que quieres.
settings-none-left-providers = No quedaría ninguno, y entonces se permiten todos los proveedores. Usa `vaciar` si es lo que quieres.

settings-word-too-long = Una palabra tiene como máximo { $most } caracteres; «{ $word }…» tiene { $length }.
settings-word-not-findable = «{ $word }» no tiene nada que se pueda encontrar en un prompt.
settings-no-word-named = Indica una palabra o varias, separadas por comas.
