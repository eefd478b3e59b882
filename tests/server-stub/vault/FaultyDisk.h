// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/Disk.h"

/// A local disk that writes down what it is asked for, breaks one call, and is full from a number of bytes on.
class FaultyDisk : public Holdfast::Disk
{
public:
    /// The i-th call of any kind fails, or (Late) is done and then said to have failed.
    enum class Fault { None, Early, Late };

    void breakCall(int i, Fault fault)
    {
        m_calls.clear();
        m_brokenCall = i;
        m_fault = fault;
    }
    void fillAfter(qint64 bytes) { m_room = bytes; }
    const QStringList &calls() const { return m_calls; }

    Holdfast::Result<std::unique_ptr<Holdfast::DiskFile>> create(const QString &path) override;
    Holdfast::Result<std::unique_ptr<QIODevice>> open(const QString &path) override
    {
        return asked("open", [&] { return m_disk->open(path); });
    }
    Holdfast::Done rename(const QString &from, const QString &to) override
    {
        return asked("rename", [&] { return m_disk->rename(from, to); });
    }
    Holdfast::Done makeFolder(const QString &path) override
    {
        return asked("makeFolder", [&] { return m_disk->makeFolder(path); });
    }
    Holdfast::Done remove(const QString &path) override
    {
        return asked("remove", [&] { return m_disk->remove(path); });
    }
    bool exists(const QString &path) override { return m_disk->exists(path); }
    Holdfast::Result<QStringList> list(const QString &folder) override
    {
        return asked("list", [&] { return m_disk->list(folder); });
    }
    std::optional<qint64> freeBytes(const QString &folder) override { return m_disk->freeBytes(folder); }

private:
    friend class FaultyFile;

    template <class Deed> auto asked(const char *call, Deed deed) -> decltype(deed())
    {
        const Fault fault = m_calls.size() == m_brokenCall ? m_fault : Fault::None;
        m_calls.append(QString::fromLatin1(call));
        if (fault == Fault::Early)
            return Holdfast::fail(broken());
        auto result = deed();
        if (fault == Fault::Late && result)
            return Holdfast::fail(broken());
        return result;
    }
    static Holdfast::Failure broken()
    {
        return {Holdfast::FailureKind::Unreachable, QStringLiteral("It broke."), {}, std::nullopt};
    }

    std::unique_ptr<Holdfast::Disk> m_disk = Holdfast::localDisk();
    QStringList m_calls;
    qsizetype m_brokenCall = -1;
    Fault m_fault = Fault::None;
    qint64 m_room = -1; // bytes; negative: no end
};

class FaultyFile : public Holdfast::DiskFile
{
public:
    FaultyFile(FaultyDisk &disk, std::unique_ptr<Holdfast::DiskFile> file)
        : m_disk(disk)
        , m_file(std::move(file))
    {
        QIODevice::open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    Holdfast::Done flush() override
    {
        return m_disk.asked("flush", [&] { return m_file->flush(); });
    }
    Holdfast::Done sync() override
    {
        return m_disk.asked("sync", [&] { return m_file->sync(); });
    }
    Holdfast::Failure failure() const override { return m_failure; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const Holdfast::Done written = m_disk.asked("write", [&]() -> Holdfast::Done {
            if (m_disk.m_room >= 0 && m_disk.m_room < size)
                return Holdfast::fail(Holdfast::FailureKind::StorageFull, QStringLiteral("It is full."));
            m_disk.m_room -= m_disk.m_room >= 0 ? size : 0;
            return m_file->write(data, size) == size ? Holdfast::Done() : Holdfast::fail(m_file->failure());
        });
        if (written)
            return size;
        m_failure = written.error();
        return -1;
    }

private:
    FaultyDisk &m_disk;
    std::unique_ptr<Holdfast::DiskFile> m_file;
    Holdfast::Failure m_failure;
};

inline Holdfast::Result<std::unique_ptr<Holdfast::DiskFile>> FaultyDisk::create(const QString &path)
{
    using File = Holdfast::Result<std::unique_ptr<Holdfast::DiskFile>>;
    return asked("create", [&]() -> File {
        File file = m_disk->create(path);
        if (!file)
            return file;
        return std::make_unique<FaultyFile>(*this, std::move(*file));
    });
}
