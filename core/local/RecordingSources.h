// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordingSource.h"
#include "domain/Result.h"
#include "local/FilingRules.h"

#include <QCoreApplication>
#include <QList>

#include <optional>

namespace Holdfast {

/// The watched folders of this computer, for the person who set them.
class RecordingSources
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::RecordingSources)
public:
    static RecordingSources load(const QString &profile); ///< none where none was set
    Done save() const;                                    ///< where they were loaded from

    const QList<RecordingSource> &all() const { return m_all; }
    enum class Folder { IsThere, MayComeLater };
    /// In the place of the one of that name, or besides. Malformed or Conflict, with a sentence, where its folder,
    /// patterns or time zone can't be read or another one has them; then all stays as it was.
    Done put(const QString &inPlaceOf, RecordingSource source, Folder folder = Folder::IsThere);
    void remove(const QString &name);
    std::optional<RecordingSource> named(const QString &name) const;
    std::optional<RecordingSource> holding(const QString &path) const; ///< whose folder that file lies in

    /// How names in that folder are read: what the source leaves open is as the general rules have it.
    static FilingRules rulesOf(const RecordingSource &source, FilingRules general);
    static bool holds(const RecordingSource &source, const QString &path);
    /// Malformed, with a sentence, where that is no folder that one may read.
    static Done checkFolder(const QString &folder);

private:
    Done check(const QString &inPlaceOf, const RecordingSource &source, Folder folder) const;

    QList<RecordingSource> m_all;
    QString m_file; ///< empty: they are not kept
};

} // namespace Holdfast
