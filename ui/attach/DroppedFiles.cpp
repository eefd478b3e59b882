// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/DroppedFiles.h"

#include <QMimeData>
#include <QUrl>

namespace Holdfast {

QStringList droppedFiles(const QMimeData &dragged)
{
    QStringList paths;
    if (!dragged.hasUrls())
        return paths;
    const QList<QUrl> urls = dragged.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace Holdfast
