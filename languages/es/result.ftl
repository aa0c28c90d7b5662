result-smaller = Reducido para este servidor: { $size } MB en lugar de { $was } MB.
result-converted = Convertido, para que se vea en todas partes.
result-link = Es demasiado grande para este servidor; aquí tienes un enlace. Funciona hasta el { $until }.
result-link-of-provider = Es demasiado grande para este servidor; aquí tienes el enlace de su proveedor. Guarda el video pronto: esos enlaces caducan sin aviso.

result-now-linked = Para { $member }. El video es demasiado grande para este servidor; se publicó un enlace.
result-now-linked-below = Para { $member }. El video es demasiado grande para este servidor; en el hilo de abajo hay un enlace.
