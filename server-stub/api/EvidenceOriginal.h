// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "domain/Recording.h"
#include "evidence/PackWriter.h"

#include <QIODevice>

namespace Holdfast {

/// The plain bytes of a recording that were read to their end once and are those that were stored.
struct EvidenceOriginal
{
    /// Why a recording can't be in a pack.
    struct Lack
    {
        PackedState state = PackedState::Missing;
        QString why; ///< a sentence
    };

    std::unique_ptr<QIODevice> device; ///< at its beginning; stays readable when the file is removed
    PackWriter::Foreseen content;

    /// Reads the whole file: in a pool thread.
    static tl::expected<EvidenceOriginal, Lack> open(DataFolder &data, const Recording &recording);
    /// What is said of a recording that has no row: whether the audit log knows that it was deleted.
    static Result<Lack> withoutRow(Database &database, RecordingId id);
};

} // namespace Holdfast
