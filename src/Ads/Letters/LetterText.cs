using System.Text;
using Beffroi.Ads.Law;
using Beffroi.Kit;

namespace Beffroi.Ads.Letters;

/// <summary>Who signs a letter.</summary>
public sealed record Signatory(string Name, string? Email);

/// <summary>
/// First text of a letter about an ad: which ad, why it is to be looked at, what is not known, who writes. It asserts nothing that is not sourced: rules are
/// given with their article and the text that was read, as things to be checked; only a named reviewer's decision is told as a reading.
/// </summary>
static class LetterText
{
    public static string Of(NoticeKind kind, AdFile file, IReadOnlyList<(Review Review, string Name)> decided, Signatory by, string root, DateTimeOffset now, Lang l)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        Line(Subject(kind, l));
        Line(l.Day(now));
        Line();
        Line(Opening(kind, l));
        Line();
        Line(l.Say("1. L’annonce", "1. The ad"));
        Identify(file.Ad, root, l).ForEach(Line);
        Line();
        Line(l.Say("2. Pourquoi nous vous écrivons", "2. Why we write"));
        Explain(kind, file, decided, l).ForEach(Line);
        Line();
        Line(l.Say("3. Ce que nous ne savons pas", "3. What we do not know"));
        Unknown(file, l).ForEach(Line);
        Line();
        Line(Asks(kind, l));
        Line();
        Line(l.Say("Personne qui écrit : ", "Written by: ") + by.Name);
        Line(l.Say("Adresse électronique : ", "E-mail: ") + (by.Email ?? l.Say("(à compléter)", "(to be completed)")));
        var whole = text.ToString().TrimEnd();
        return whole.Length <= Notice.TextMaxLength ? whole : whole[..Notice.TextMaxLength];
    }

    public static string To(NoticeKind kind, Ad ad, Lang l) => kind switch
    {
        NoticeKind.PublisherNotice => ad.Platforms is { Length: > 0 and < 200 } platforms ? platforms : l.Say("Éditeur de la publicité (à compléter)", "Publisher of the ad (to be completed)"),
        NoticeKind.RegulatorReport => l.Say("Autorité compétente (à vérifier et compléter)", "Competent authority (to be checked and completed)"),
        NoticeKind.CourtFile => l.Say("Juge compétent (à vérifier et compléter)", "Competent court (to be checked and completed)"),
    };

    static string Subject(NoticeKind kind, Lang l) => kind switch
    {
        NoticeKind.PublisherNotice => l.Say("Objet : notification d’une annonce qui pourrait ne pas respecter le règlement (UE) 2024/900 (article 15)", "Subject: notice of an ad that may not comply with Regulation (EU) 2024/900 (article 15)"),
        NoticeKind.RegulatorReport => l.Say("Objet : signalement d’une annonce à examiner", "Subject: report of an ad to be examined"),
        NoticeKind.CourtFile => l.Say("Objet : éléments sur une annonce diffusée en ligne", "Subject: facts about an ad shown online"),
    };

    static string Opening(NoticeKind kind, Lang l) => kind switch
    {
        NoticeKind.PublisherNotice => l.Say("Madame, Monsieur,\n\nVous diffusez ou avez diffusé l’annonce décrite ci-dessous. L’article 15 du règlement (UE) 2024/900 permet à toute personne de vous signaler une annonce politique qui pourrait ne pas le respecter.", "Dear Sir or Madam,\n\nYou show or have shown the ad described below. Article 15 of Regulation (EU) 2024/900 lets any person notify you of a political ad that may not comply with it."),
        NoticeKind.RegulatorReport => l.Say("Madame, Monsieur,\n\nNous portons à votre connaissance l’annonce décrite ci-dessous.", "Dear Sir or Madam,\n\nWe bring the ad described below to your attention."),
        NoticeKind.CourtFile => l.Say("Ce document rassemble ce qui est connu d’une annonce diffusée en ligne. Il sépare le procédé employé, qui est l’objet de ce qui suit, de son effet sur l’élection, que le juge apprécie seul.", "This document gathers what is known of an ad shown online. It keeps apart the process used, which is its subject, and its effect on the election, which the court alone assesses."),
    };

    static List<string> Identify(Ad ad, string root, Lang l)
    {
        var view = AdView.Of(ad);
        string Item(string french, string english, string? value) => $"- {l.Say(french + "\u00A0: ", english + ": ")}{value ?? l.Say("non précisé", "not specified")}";
        return
        [
            Item("Source", "Source", ad.Source.Say(l)),
            Item("Identifiant dans cette source", "Identifier in that source", ad.SourceId),
            Item("Adresse à la source", "Address at the source", ad.LibraryUrl),
            Item("Page ou annonceur", "Page or sponsor", ad.PageName),
            Item("Financeur déclaré", "Declared funder", ad.Payer),
            Item("Diffusion", "Shown", view.Dates(l)),
            Item("Dépense", "Spend", view.Spend(l)),
            Item("Affichages", "Impressions", view.Impressions(l)),
            Item("Début du texte", "Beginning of the text", Publication.Quote(ad.Text)),
            Item("Empreinte de ce qui a été lu (SHA-256)", "Hash of what was read (SHA-256)", ad.LastingHash),
            Item("Fiche publique", "Public page", root + Addresses.Ad(l, ad.Id)),
        ];
    }

    static List<string> Explain(NoticeKind kind, AdFile file, IReadOnlyList<(Review Review, string Name)> decided, Lang l)
    {
        var lines = new List<string>();
        if (ShownAnswers.Of(file.Group, file.Verdicts) is { Answers: > 0 } answers)
        {
            lines.Add("- " + l.Say($"{French.Count(answers.Answers, "personne a répondu", "personnes ont répondu")} à nos questions sur cette annonce (ce n’est pas un sondage).", $"{answers.Answers} {(answers.Answers == 1 ? "person" : "people")} answered our questions about this ad (it is not a survey)."));
            lines.AddRange(answers.Questions.Where(q => q.Leading is not null).Select(q => $"- {q.Question.Say(l)} {q.Question.Label(q.Leading!, l)} ({l.Percent(q.Counts.First(c => string.Equals(c.Answer, q.Leading, StringComparison.Ordinal)).Share)})."));
        }

        var told = lines.Count;
        // Article 15 is about this regulation: what a country asks is told apart, and founds no notice.
        foreach (var finding in file.Reading.Process.OrderBy(f => kind == NoticeKind.PublisherNotice && !f.Article.IsUnion))
        {
            var (review, name) = decided.FirstOrDefault(r => string.Equals(r.Review.Rule, finding.Rule, StringComparison.Ordinal));
            if (review is { Outcome: ReviewOutcome.NoBreach } || (review is null && finding.Status != RuleStatus.LikelyBreach))
            {
                continue;
            }

            if (kind == NoticeKind.PublisherNotice && !finding.Article.IsUnion && lines.Count == told)
            {
                lines.Add("- " + l.Say("(à compléter : en quoi cette annonce pourrait ne pas respecter le règlement (UE) 2024/900 ; aucune de ses règles ne donne de signe ici)", "(to be completed: how this ad may not comply with Regulation (EU) 2024/900; none of its rules gives a sign here)"));
            }

            lines.Add("- " + (kind == NoticeKind.PublisherNotice && !finding.Article.IsUnion ? l.Say("Pour information, hors de ce règlement. ", "For information, outside this regulation. ") : "") + l.Say($"À vérifier au regard de : {finding.Article.Name.In(l)} ({finding.Article.Version(l)}).", $"To be checked in the light of: {finding.Article.Name.In(l)} ({finding.Article.Version(l)})."));
            lines.AddRange(finding.Reasons.Select(r => "  · " + r.In(l)));
            if (review is not null)
            {
                lines.Add("  · " + l.Say($"Relecture de {name}, le {l.Day(review.At)} : {review.Outcome.Say(l).ToLower(French.Culture)}. {review.Reason}", $"Review by {name}, on {l.Day(review.At)}: {review.Outcome.Say(l)}. {review.Reason}"));
            }
        }

        if (lines.Count == 0)
        {
            lines.Add("- " + l.Say("(à compléter : ce qui, dans cette annonce, vous paraît devoir être vérifié, et au regard de quel article)", "(to be completed: what in this ad should be checked, and in the light of which article)"));
        }

        return lines;
    }

    static List<string> Unknown(AdFile file, Lang l)
    {
        var missing = file.Reading.Process.Where(f => f.Status != RuleStatus.NoSign).SelectMany(f => f.Missing).DistinctBy(m => m.Key).Select(m => "- " + m.Question.In(l)).ToList();
        return missing.Count > 0 ? missing : ["- " + l.Say("Rien de plus n’a été relevé.", "Nothing more was noted.")];
    }

    static string Asks(NoticeKind kind, Lang l) => kind switch
    {
        NoticeKind.PublisherNotice => l.Say("Nous vous demandons d’examiner cette annonce, d’accuser réception de cette notification sans retard injustifié et de nous dire la suite donnée.", "We ask you to examine this ad, to confirm receipt of this notice without undue delay and to tell us what follows."),
        NoticeKind.RegulatorReport => l.Say("Nous vous remercions d’accuser réception de ce signalement et de nous dire la suite donnée.", "Please confirm receipt of this report and tell us what follows."),
        NoticeKind.CourtFile => l.Say("Les réponses, les dates de lecture et les empreintes sont conservées et peuvent être produites.", "The answers, the dates of reading and the hashes are kept and can be produced."),
    };
}
