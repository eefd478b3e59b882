// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHashFunctions>
#include <QString>

namespace Holdfast {

/// A file as it lay in a folder when that was looked at. The same three are the same file; one that was written to
/// since is another.
struct FoundFile
{
    QString path; ///< absolute
    qint64 size = 0;
    QDateTime modifiedAt;

    friend bool operator==(const FoundFile &, const FoundFile &) = default;
    /// The same for the same file, for as long as the program runs.
    size_t fingerprint() const { return qHashMulti(0, path, size, modifiedAt.toMSecsSinceEpoch()); }
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::FoundFile)
