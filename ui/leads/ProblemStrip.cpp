// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/ProblemStrip.h"

#include "domain/ShownText.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Holdfast {

ProblemStrip::ProblemStrip(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
{
    setProperty("banner", QStringLiteral("bad"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText); // the name of a file stands in it
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *retry = new QPushButton(tr("Try again"));
    retry->setAccessibleName(tr("Try again"));
    auto *cancel = new QPushButton(tr("Do not send"));
    cancel->setAccessibleName(tr("Do not send"));
    cancel->setToolTip(tr("Takes it off this list. Where no other copy of it is found, you are asked first."));
    connect(retry, &QPushButton::clicked, this, [this] {
        if (m_recording)
            Q_EMIT retryRequested(*m_recording);
    });
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (m_recording)
            Q_EMIT cancelRequested(*m_recording);
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::medium, Space::small, Space::small, Space::small);
    row->addWidget(m_sentence, 1);
    row->addWidget(retry);
    row->addWidget(cancel);
    hide();
}

void ProblemStrip::show(const std::optional<LocalRecording> &recording)
{
    m_recording = recording;
    setVisible(recording.has_value());
    if (recording)
        m_sentence->setText(tr("%1 was not sent. %2").arg(shownOnOneLine(recording->name), recording->problem));
}

} // namespace Holdfast
