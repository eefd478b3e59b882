// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "records/ThreadConnections.h"
#include "sqlite/WriteQueue.h"
#include "vault/KeyRing.h"
#include "vault/PartialFiles.h"
#include "vault/Vault.h"

#include <memory>
#include <optional>

namespace Holdfast {

/// Everything that a server keeps, in one folder: keys, database, sealed files. One process at a time. Opening makes
/// what is missing, brings the schema up to date and removes what a stopped server left half done. Any thread; each
/// part says the same of itself.
class DataFolder
{
public:
    struct Options
    {
        QString path;
        OutsideKeys outsideKeys = {}; ///< empty: the key-encryption keys lie in the folder
        std::shared_ptr<Disk> disk = localDisk();
        StatementGate gate = {}; ///< before each statement of the database
        bool mustExist = false;  ///< for a command: NotFound where no server has kept anything, and nothing is mended
        Clock clock = &QDateTime::currentDateTimeUtc;
    };

    static Result<std::unique_ptr<DataFolder>> open(const Options &options);
    ~DataFolder();

    KeyRing &keys();
    Vault &vault();
    PartialFiles &partials();
    WriteQueue &writes();
    ThreadConnections &connections();

    /// A number that no recording ever had, for the next one; a sealed file is bound to it before there is a row.
    RecordingId nextRecordingId();

    /// What may still be written where the folder lies; none where that can't be told.
    std::optional<qint64> freeBytes() const;

    /// Whether the folder can be written at this moment.
    Done checkWritable() const;

private:
    struct State;
    explicit DataFolder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
