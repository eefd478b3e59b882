// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs/PackSheet.h"

#include "domain/WhenFinished.h"
#include "look/Card.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "packs/PackWords.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int usualWidth = 760; ///< the key of a server stands on one line
constexpr int allElse = 300;    ///< pixels that what is told leaves to the other parts, and to the edges of the screen

} // namespace

PackSheet::PackSheet(EvidenceSubject subject, const QString &name, ApiClient &api, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_save(api)
    , m_told(new QLabel)
    , m_room(new QScrollArea(this))
    , m_progress(new QProgressBar(this))
    , m_choose(new QPushButton(tr("Save as…"), this))
    , m_leave(new QPushButton(this))
{
    setWindowTitle(tr("Evidence pack"));
    setMinimumWidth(usualWidth);
    build(name);
    const QString fileName = packFileName(name, clock().toLocalTime().date());
    connect(m_choose, &QPushButton::clicked, this, [this, fileName] { chooseFile(fileName); });
    connect(m_leave, &QPushButton::clicked, this, &PackSheet::reject);
    connect(&m_save, &SaveEvidencePack::progress, this, &PackSheet::showProgress);
    connect(&m_save, &SaveEvidencePack::verifying, this, [this] { setStep(Step::Verifying); });
    setStep(Step::Choosing);
}

void PackSheet::build(const QString &name)
{
    auto *title = new QLabel(tr("Evidence pack"), this);
    title->setFont(titleFont());
    auto *about = new QLabel(subjectWords(name), this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    about->setFont(subtitleFont());
    auto *help = makeMutedLabel(
        tr("One ZIP file with the originals, all that is known of them, what the audit log says of them with its "
           "proofs, and the server's signature over it. Whoever gets it can check it without this server: "
           "“holdfastctl verify-pack” with the file. That you had it made stands in the audit log."),
        this);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_told->setAccessibleName(tr("What became of it"));
    m_room->setWidget(m_told);
    m_room->setWidgetResizable(true);
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    m_room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress"));
    m_choose->setProperty("primary", true);
    m_choose->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(about);
    column->addWidget(help);
    column->addWidget(m_room);
    column->addWidget(m_progress);
    column->addStretch();
    column->addLayout(buttons);
}

QString PackSheet::subjectWords(const QString &name) const
{
    switch (m_subject.kind) {
    case EvidenceSubject::Kind::Recording:
        return tr("Of one recording: %1").arg(name);
    case EvidenceSubject::Kind::Lead:
        return tr("Of all recordings of the lead %1").arg(name);
    case EvidenceSubject::Kind::Matter:
        return tr("Of all that is held for the matter “%1”").arg(name);
    }
    Q_UNREACHABLE();
}

void PackSheet::chooseFile(const QString &fileName)
{
    auto *dialog = new QFileDialog(this, tr("Save the evidence pack"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &PackSheet::saveTo);
    dialog->open();
}

void PackSheet::saveTo(const QString &path)
{
    if (m_step == Step::Making || m_step == Step::Verifying)
        return;
    setStep(Step::Making);
    tell(tr("The server makes the pack…"), false);
    whenFinished(m_save.save(m_subject, {}, path), this,
                 [this, path](const SaveEvidencePack::Saved &saved) { answered(saved, path); });
}

void PackSheet::answered(const SaveEvidencePack::Saved &saved, const QString &path)
{
    setStep(saved ? Step::Saved : Step::Choosing);
    if (saved)
        tell(packWords(*saved, path).join(u'\n'), !saved->report.manifest->isWhole());
    else if (saved.error().kind == FailureKind::Cancelled)
        tell(saved.error().message, false);
    else
        tell(saved.error().message, true);
}

void PackSheet::showProgress(qint64 bytes)
{
    if (m_step == Step::Making && bytes > 0)
        tell(tr("The server makes the pack: %1 have come…").arg(sizeText(bytes)), false);
}

void PackSheet::setStep(Step step)
{
    m_step = step;
    const bool isBusy = step == Step::Making || step == Step::Verifying;
    m_progress->setVisible(isBusy);
    m_choose->setVisible(step == Step::Choosing);
    m_leave->setEnabled(step != Step::Verifying);
    m_leave->setText(step == Step::Choosing || step == Step::Making ? tr("Cancel") : tr("Close"));
    (step == Step::Saved ? m_leave : m_choose)->setDefault(true);
    if (step == Step::Verifying)
        tell(tr("All of it is here, and is being verified…"), false);
    else
        (step == Step::Choosing ? m_choose : m_leave)->setFocus();
}

void PackSheet::tell(const QString &text, bool isBad)
{
    m_told->setText(text);
    m_told->setProperty("bad", isBad);
    m_told->style()->unpolish(m_told); // a style sheet looks at properties only then
    m_told->style()->polish(m_told);
    const int bar = m_room->verticalScrollBar()->sizeHint().width();
    const int needed = m_told->heightForWidth(width() - 2 * Space::wide - bar);
    m_room->setFixedHeight(std::min(needed, screen()->availableGeometry().height() - allElse));
    m_room->setVisible(!text.isEmpty());
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void PackSheet::reject()
{
    switch (m_step) {
    case Step::Making:
        return m_save.cancel();
    case Step::Verifying:
        return; // it takes a moment, and it would be saved all the same
    case Step::Choosing:
    case Step::Saved:
        return QDialog::reject();
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
