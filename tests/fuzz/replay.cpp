// SPDX-License-Identifier: GPL-3.0-or-later
// Gives each file of a corpus to a fuzz target once. Usage: tst_replay_NAME FOLDER
#include <QDir>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr qsizetype mostFiles = 60;
constexpr qint64 largestFile = 4096;

int failure(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 1;
}

void give(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QDir folder(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    if (argc != 2 || !folder.exists() || names.isEmpty())
        return failure(QStringLiteral("There is no corpus in \"%1\".").arg(folder.path()));
    if (names.size() > mostFiles)
        return failure(QStringLiteral("%1 files are too many to be read by people.").arg(names.size()));
    give({});
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return failure(QStringLiteral("%1 can't be read.").arg(file.fileName()));
        if (file.size() > largestFile)
            return failure(QStringLiteral("%1 is too large for the repository.").arg(file.fileName()));
        std::printf("%s\n", qPrintable(name));
        std::fflush(stdout); // the last name is that of the file that broke it
        give(file.readAll());
    }
    return 0;
}
