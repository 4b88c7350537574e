using System.Globalization;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>What a line says, for those who read it elsewhere.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">Markdown; what people wrote, after what was asked of them.</param>
public sealed record FactText(string Title, string Text);

/// <summary>Each kind of line in words.</summary>
public static class FactWords
{
    public static FactText Say(CaseFact fact, Lang language, CaseNames names) => fact switch
    {
        CaseOpened f => new(language.Say("Dossier ouvert", "Case opened"), Lines(f.Title, f.From is { } from ? Quote(from.Text) : null)),
        CaseTitled f => new(language.Say("Nouveau titre", "New title"), f.Title),
        PhaseEntered f => new($"{language.Say("Phase", "Phase")}{language.Colon()} {f.Phase.Word(language)}", f.Why ?? ""),
        CaseClosed f => new($"{language.Say("Dossier clos", "Case closed")}{language.Colon()} {f.Outcome.Word(language)}", f.Why),
        CaseReopened f => new(language.Say("Dossier rouvert", "Case reopened"), f.Why),
        CaseJoined f => new(f.GoesOnHere
            ? language.Say("Un autre dossier est joint à celui-ci", "Another case is joined to this one")
            : language.Say("Ce dossier est joint à un autre", "This case is joined to another"), Lines(Id(f.Other), f.Why)),
        MarkingChanged f => new($"{language.Say("Marquage changé", "Marking changed")}{language.Colon()} {StixTlp.Label(f.To.Tlp)}", f.Why),
        Withdrawn f => new(language.Say("Élément retiré", "Item withdrawn"), f.Why),
        SectionWritten f => new(f.Section.Word(language), f.Text),
        TechniqueNoted f => new(f.Name is null ? f.Technique : $"{f.Technique} {f.Name}", f.Why),
        TimelineNoted f => new(language.Say("Chronologie", "Timeline"), f.Text),
        ThingLinked f => new(f.Label, f.Href),
        CriterionAssessed f => new(
            $"{CaseWords.Criterion(f.Criterion, language)}{language.Colon()} {f.Stand.Word(language)}{(f.Confidence is { } c ? ", " + c.Spoken(language) : "")}", f.Why),
        ArgumentMade f => new(
            f.Stance.Word(language) + (f.Criterion is { } c ? $"{language.Colon()} {CaseWords.Criterion(c, language)}" : ""),
            Lines(f.Text, f.From is { } from && !string.Equals(from.Text, f.Text, StringComparison.Ordinal) ? Quote(from.Text) : null)),
        ObservableNoted f => new($"{f.Observable.Kind.Word(language)}{language.Colon()} {Shown(f.Observable)}", Lines(f.Found is { } found ? Code(found) : null, f.Note)),
        EvidenceKept f => new($"{language.Say("Pièce", "Evidence")}{language.Colon()} {f.FileName}", Lines($"SHA-256 {Code(f.Sha256)}", f.SourceUrl, f.Method)),
        EvidenceHandled f => new($"{language.Say("Pièce", "Evidence")} {f.Handling.Word(language)}", f.Note ?? ""),
        DecisionTaken f => new(language.Say("Décision", "Decision"), Lines(f.What, f.Why)),
        ReactionProposed f => new(f.Option.Word(language), Lines(f.Text,
            $"{language.Say("Ce qui peut se retourner contre nous", "What may backfire")} ({f.BackfireChance.Spoken(language)}){language.Colon()} {f.Backfire}",
            Owner(f.Owner, language, names))),
        ReactionDecided f => new($"{language.Say("Réaction", "Reaction")} {f.Verdict.Word(language)}", Lines(f.Why, Owner(f.Owner, language, names), Due(f.DueAt, language))),
        ReactionEnded f => new($"{language.Say("La réaction", "The reaction")} {f.Outcome.Word(language)}", f.Text),
        ExposureEstimated f => new($"{f.Moment.Word(language)}{language.Colon()} {f.Spoken(language)}", Lines(f.Source, $"{language.Day(f.On)}, {f.Role}")),
        RunStarted f => new($"{language.Say("Démarche", "Process")}{language.Colon()} {f.Title}",
            Lines([$"{f.Href} ({language.Say("version", "version")} {f.Version.ToString(CultureInfo.InvariantCulture)})", .. f.Steps.Select(s => "- " + s.Act)])),
        RunStepSet f => new($"{language.Say("Étape", "Step")} {f.Step}{(f.State is { } state ? $"{language.Colon()} {state.Word(language)}" : "")}",
            Lines(f.Result, Owner(f.Owner, language, names), Due(f.DueAt, language))),
        RunEnded f => new($"{language.Say("La démarche", "The process")} {f.Outcome.Word(language)}", Lines(f.Note, f.PublicNote)),
        AttributionProposed f => new(
            $"{language.Say("Attribution proposée", "Attribution proposed")}{language.Colon()} {f.Actor}{(f.Country is null ? "" : $" ({f.Country})")}, {f.Confidence.Spoken(language)}",
            Lines([f.Why, .. f.Alternatives.Select(a => $"- {language.Say("Autre hypothèse", "Other hypothesis")} ({a.Chance.Spoken(language)}){language.Colon()} {a.Text} {a.Why}")])),
        AttributionBacked f => new(language.Say("Attribution confirmée par un second analyste", "Attribution backed by a second analyst"), f.Why),
        RetrospectiveWritten f => new(language.Say("Retour d’expérience", "Retrospective"), Lines(
            [$"{language.Say("Ce qui a marché", "What worked")}{language.Colon()} {f.Worked}",
             $"{language.Say("Ce qui a manqué", "What failed")}{language.Colon()} {f.Failed}",
             $"{language.Say("Ce qu’on retient", "Lessons")}{language.Colon()} {f.Lessons}",
             .. f.Edits.Select(e => "- " + e.Href)])),
        DossierSent f => new($"{language.Say("Dossier envoyé à", "Dossier sent to")} {f.Platform}",
            Lines([f.Rule, f.Text, .. f.Accounts.Select(a => "- " + Shown(a))])),
        DossierAnswered f => new($"{language.Say("La plateforme", "The platform")} {f.Answer.Word(language)}", f.Text ?? ""),
        AlertSent f => new(language.Say("Alerte", "Alert"), Lines(f.Summary, f.ActionAsked)),
        AlertAcknowledged f => new(language.Say("Alerte reçue", "Alert acknowledged"), f.Note ?? ""),
        ReuseTold f => new($"{language.Say("Réutilisation", "Reuse")}{language.Colon()} {f.By} ({f.Sector.Word(language)})", f.What),
        CaseExported f => new($"{language.Say("Dossier exporté", "Case exported")} ({f.Format})", Lines(f.For, $"SHA-256 {Code(f.Sha256)}")),
        _ => throw new NotSupportedException($"{fact.GetType().Name} has no words yet."),
    };

    /// <summary>An account with its network, a hashtag with its hash.</summary>
    public static string Shown(Observable observable) => observable.Kind switch
    {
        ObservableKind.Url or ObservableKind.Domain => observable.Value,
        ObservableKind.Account => $"{observable.Value} ({observable.Network})",
        ObservableKind.Hashtag => "#" + observable.Value,
    };

    /// <summary>French has a no-break space before it.</summary>
    internal static string Colon(this Lang language) => language.Say("\u00A0:", ":");

    internal static string Lines(params IEnumerable<string?> parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    internal static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    internal static string Quote(string text) => "> " + text.ReplaceLineEndings("\n> ");

    /// <summary>As it is, whatever it holds: between more backquotes than it has.</summary>
    internal static string Code(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c is '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var space = longest > 0 ? " " : "";
        return $"{fence}{space}{text.ReplaceLineEndings(" ")}{space}{fence}";
    }

    static string Id(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    static string? Owner(Guid? owner, Lang language, CaseNames names) =>
        owner is { } person ? $"{language.Say("Responsable", "Owner")}{language.Colon()} {names.Person(person, language)}" : null;

    static string? Due(DateTimeOffset? due, Lang language) => due is { } at ? $"{language.Say("Échéance", "Due")}{language.Colon()} {Moment(at)}" : null;
}
