// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/BesideFile.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace Holdfast::BesideFile {

QString pathFor(const QString &path)
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return QStringLiteral("%1/.%2.holdfast-part").arg(QFileInfo(path).absolutePath()).arg(random, 16, 16, QChar(u'0'));
}

bool write(QIODevice &to, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 taken = to.write(bytes.data(), bytes.size());
        if (taken <= 0)
            return false;
        bytes = bytes.sliced(taken);
    }
    return true;
}

void remove(QFile &file)
{
    const QString name = file.fileName();
    file.close();
    QFile::remove(name); // QFile's own removes nothing where closing has failed
}

} // namespace Holdfast::BesideFile
