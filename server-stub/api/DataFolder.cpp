// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/DataFolder.h"

#include "api/AuditKeySettlement.h"
#include "api/FolderLock.h"
#include "api/KeySettlement.h"
#include "api/Log.h"
#include "api/SchemaSettlement.h"
#include "records/AuditSigner.h"
#include "records/Recordings.h"
#include "records/Uploads.h"
#include "sqlite/Migration.h"

#include <QFile>
#include <QTemporaryFile>

#include <atomic>

namespace Holdfast {

namespace {

QString databaseFile(const QString &folder)
{
    return folder + QStringLiteral("/holdfast.db");
}

} // namespace

/// In the order in which they are needed: what is below uses what is above.
struct DataFolder::State
{
    QString path;
    std::shared_ptr<Disk> disk;
    StatementGate gate;
    Clock clock;
    bool mends = true; // the schema
    std::unique_ptr<FolderLock> lock;
    std::unique_ptr<KeyRing> keys;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<PartialFiles> partials;
    std::unique_ptr<ThreadConnections> connections;
    std::unique_ptr<AuditSigner> signer; // once there are writes, in the writer's thread
    std::unique_ptr<WriteQueue> writes;
    std::atomic<qint64> lastRecordingId = 0;

    Done openDatabase();
    GroupWork signing() const
    {
        return {[this](Database &database) { return signer->begun(database); },
                [this](Database &database) { return signer->ending(database); }};
    }
    Done cleanUp(Database &database);
};

Done DataFolder::State::openDatabase()
{
    const QString file = databaseFile(path);
    {
        Result<std::unique_ptr<Database>> database = Database::open(file, Durability::Full, gate);
        if (!database)
            return fail(database.error());
        AuditKeys &audit = keys->audit();
        if (const Done settled = settleAuditKey(**database, audit); !settled)
            return settled;
        signer = std::make_unique<AuditSigner>(
            SigningKeys{[&audit] { return audit.current(); },
                        [&audit](const QByteArray &publicKey) { return audit.find(publicKey); },
                        [&audit] { return audit.lastPublicKey(); }, [&audit] { return audit.wasMissing(); }});
        const auto applied = [this](Database &migrating, int version) {
            return version == AuditSigner::treeVersion ? signer->adopt(migrating) : Done();
        };
        if (const Done migrated = migrate(**database, QStringLiteral(":/schema/server"), applied); !migrated)
            return migrated;
        if (const Done settled = mends ? settleSchema(**database, clock, signing()) : Done(); !settled)
            return settled;
        if (const Done taken = takeInUnsigned(**database, audit, clock, signing()); !taken)
            return taken;
        if (const Done settled = settleKeys(**database, *keys, clock, signing()); !settled)
            return settled;
        if (const Done cleaned = cleanUp(**database); !cleaned)
            return cleaned;
    }
    connections = std::make_unique<ThreadConnections>(file, gate);
    Result<std::unique_ptr<WriteQueue>> queue = WriteQueue::start(file, gate, signing());
    if (!queue)
        return fail(queue.error());
    writes = std::move(*queue);
    return {};
}

/// Uploads that were under way when the server was stopped hard leave a file in its place without a row, and so do
/// deletions.
Done DataFolder::State::cleanUp(Database &database)
{
    Uploads uploads(database);
    const Result<RecordingId> highest = Recordings(database).highestId();
    if (!highest)
        return fail(highest.error());
    lastRecordingId = highest->value;
    const Result<QList<Uploads::Intent>> leftBehind = uploads.leftBehind();
    if (!leftBehind)
        return fail(leftBehind.error());
    for (const Uploads::Intent &intent : *leftBehind) {
        if (const Done removed = vault->remove(intent.filePath); !removed)
            return removed;
        if (const Done abandoned = uploads.abandon(intent.id); !abandoned)
            return abandoned;
    }
    if (!leftBehind->isEmpty())
        qCInfo(logServer) << "removed" << leftBehind->size()
                          << "files without a recording: of uploads that were cut off, or of recordings that were "
                             "deleted";
    return {};
}

DataFolder::DataFolder(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

DataFolder::~DataFolder() = default;

Result<std::unique_ptr<DataFolder>> DataFolder::open(const Options &options)
{
    if (options.mustExist && !QFile::exists(databaseFile(options.path)))
        return fail(FailureKind::NotFound,
                    QStringLiteral("%1 is no data directory of Holdfast; a server makes one when it first starts. "
                                   "Nothing was made.")
                        .arg(options.path));
    auto state = std::make_unique<State>();
    state->path = options.path;
    state->disk = options.disk;
    state->gate = options.gate;
    state->clock = options.clock;
    state->mends = !options.mustExist;
    Result<std::unique_ptr<FolderLock>> lock = FolderLock::take(options.path);
    if (!lock)
        return fail(lock.error());
    state->lock = std::move(*lock);
    // Keys are made before the database: where there is one, there were keys.
    const auto age = QFile::exists(databaseFile(options.path)) ? KeyRing::Folder::InUse : KeyRing::Folder::New;
    Result<std::unique_ptr<KeyRing>> keys = KeyRing::open(options.path, options.outsideKeys, age);
    if (!keys)
        return fail(keys.error());
    state->keys = std::move(*keys);
    Result<std::unique_ptr<Vault>> vault = Vault::open(options.path, *state->disk);
    if (!vault)
        return fail(vault.error());
    state->vault = std::move(*vault);
    Result<std::unique_ptr<PartialFiles>> partials = PartialFiles::open(options.path, *state->disk);
    if (!partials)
        return fail(partials.error());
    state->partials = std::move(*partials);
    if (const Done opened = state->openDatabase(); !opened)
        return fail(opened.error());
    return std::unique_ptr<DataFolder>(new DataFolder(std::move(state)));
}

KeyRing &DataFolder::keys()
{
    return *m_state->keys;
}

Vault &DataFolder::vault()
{
    return *m_state->vault;
}

PartialFiles &DataFolder::partials()
{
    return *m_state->partials;
}

WriteQueue &DataFolder::writes()
{
    return *m_state->writes;
}

ThreadConnections &DataFolder::connections()
{
    return *m_state->connections;
}

RecordingId DataFolder::nextRecordingId()
{
    return RecordingId{++m_state->lastRecordingId};
}

std::optional<qint64> DataFolder::freeBytes() const
{
    return m_state->disk->freeBytes(m_state->path);
}

Done DataFolder::checkWritable() const
{
    QTemporaryFile file(m_state->path + QStringLiteral("/ready-XXXXXX"));
    if (file.open() && file.write("ready") == 5 && file.flush())
        return {};
    return fail(FailureKind::Unreachable, QStringLiteral("The data directory can't be written at this moment."),
                file.errorString());
}

} // namespace Holdfast
