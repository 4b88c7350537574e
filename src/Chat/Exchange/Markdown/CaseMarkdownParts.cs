using System.Globalization;
using Beffroi.Chat.Cases;
using static Beffroi.Chat.Exchange.CaseMarkdown;

namespace Beffroi.Chat.Exchange;

/// <summary>The parts of the page that follow the criteria. A part with nothing in it is not there.</summary>
static class CaseMarkdownParts
{
    public static void Arguments(CaseMarkdown page)
    {
        if (page.State.Arguments.IsEmpty)
        {
            return;
        }

        page.Heading(page.Say("Arguments", "Arguments"));
        var places = page.State.Arguments.Select((a, i) => (a.Id, Place: i + 1)).ToDictionary(p => p.Id, p => p.Place);
        page.Items(page.State.Arguments.Select(a =>
            $"{Number(places[a.Id])}. **{a.Fact.Stance.Word(page.Language)}**"
            + (a.Fact.Criterion is { } c ? $" ({Plain(CaseWords.Criterion(c, page.Language))})" : "")
            + (a.Fact.ReplyTo is { } to && places.TryGetValue(to, out var place) ? page.Say($", répond à {Number(place)}", $", replies to {Number(place)}") : "")
            + $"{page.Colon} {Plain(a.Fact.Text)} ({page.By(a.Id, a.At, a.Author)})"));
    }

    public static void Found(CaseMarkdown page)
    {
        var state = page.State;
        if (!state.Observables.IsEmpty)
        {
            page.Heading(page.Say("Observables", "Observables"));
            page.Items(state.Observables.Select(o =>
                $"{o.Fact.Observable.Kind.Word(page.Language)}{page.Colon} {Code(FactWords.Shown(o.Fact.Observable))}"
                + (o.Fact.Found is { } found ? $" ({page.Say("trouvé", "found")}{page.Colon} {Code(found)})" : "")
                + (o.HappenedAt is { } at ? $", {Moment(at)}" : "")
                + (o.Fact.Note is { } note ? $"{page.Colon} {Plain(note)}" : "")
                + $" ({page.By(o.Id, o.At, o.Author)})"));
        }

        if (!state.Techniques.IsEmpty)
        {
            page.Heading(page.Say("Techniques (DISARM)", "Techniques (DISARM)"));
            page.Items(state.Techniques.Select(t => $"{Code(t.Fact.Technique)} {Plain(t.Fact.Name ?? "")}{page.Colon} {Plain(t.Fact.Why)} ({page.By(t.Id, t.At, t.Author)})"));
        }

        if (!state.Evidence.IsEmpty)
        {
            page.Heading(page.Say("Pièces", "Evidence"));
            foreach (var piece in state.Evidence)
            {
                var kept = piece.Kept.Fact;
                page.Items(
                [
                    $"**{Plain(kept.FileName)}** ({page.By(piece.Kept.Id, piece.Kept.At, piece.Kept.Author)})",
                    $"SHA-256{page.Colon} {Code(kept.Sha256)}",
                    $"{Plain(kept.MediaType)}, {kept.Size.ToString(CultureInfo.InvariantCulture)} {page.Say("octets", "bytes")}",
                    kept.PerceptualHash is { } perceptual ? $"{page.Say("Empreinte visuelle", "Perceptual hash")}{page.Colon} {Code(perceptual)}" : null,
                    kept.SourceUrl is { } url ? $"{page.Say("Source", "Source")}{page.Colon} {Code(url)}" : null,
                    kept.Method is { } method ? $"{page.Say("Recueillie", "Captured")}{page.Colon} {Plain(method)}" : null,
                    .. piece.Custody.Select(c => $"{c.Fact.Handling.Word(page.Language)}{(c.Fact.Note is { } n ? $"{page.Colon} {Plain(n)}" : "")} ({page.By(c.Id, c.At, c.Author)})"),
                ]);
            }
        }

        if (!state.Links.IsEmpty)
        {
            page.Heading(page.Say("Liens", "Links"));
            page.Items(state.Links.Select(l => $"{Plain(l.Fact.Label)}{page.Colon} {Code(l.Fact.Href)} ({page.By(l.Id, l.At, l.Author)})"));
        }
    }

    /// <summary>All that happened, by the first clock, with the second beside.</summary>
    public static void Timeline(CaseMarkdown page)
    {
        var dated = page.Shared.Events.Where(e => e.HappenedAt is not null && page.State.Markings.ContainsKey(e.Id)).OrderBy(e => e.HappenedAt).ToList();
        if (dated.Count == 0)
        {
            return;
        }

        page.Heading(page.Say("Chronologie", "Timeline"));
        page.Items(dated.Select(e =>
        {
            var said = FactWords.Say(e.Fact, page.Language, CaseNames.None);
            var until = e.Fact is TimelineNoted { Until: { } end } ? page.Say(" à ", " to ") + Moment(end) : "";
            return $"{Moment(e.HappenedAt!.Value)}{until} ({page.Say("su le", "known")} {Moment(e.Knew)}){page.Colon} {Plain(e.Fact is TimelineNoted t ? t.Text : said.Title)}";
        }));
    }

    public static void Reactions(CaseMarkdown page)
    {
        var state = page.State;
        if (!state.Decisions.IsEmpty)
        {
            page.Heading(page.Say("Décisions", "Decisions"));
            page.Items(state.Decisions.Select(d => $"**{Plain(d.Fact.What)}**{page.Colon} {Plain(d.Fact.Why)} ({page.By(d.Id, d.At, d.Author)})"));
        }

        if (!state.Reactions.IsEmpty)
        {
            page.Heading(page.Say("Réactions", "Reactions"));
        }

        foreach (var reaction in state.Reactions)
        {
            var proposed = reaction.Proposed;
            page.Items(
            [
                $"**{proposed.Fact.Option.Word(page.Language)}**{page.Colon} {Plain(proposed.Fact.Text)} ({page.By(proposed.Id, proposed.At, proposed.Author)})",
                $"{page.Say("Ce qui peut se retourner contre nous", "What may backfire")} ({proposed.Fact.BackfireChance.Spoken(page.Language)}){page.Colon} {Plain(proposed.Fact.Backfire)}",
                reaction.Owner is { } owner ? $"{page.Say("Responsable", "Owner")}{page.Colon} {page.Person(owner)}" : null,
                .. reaction.Decisions.Select(d => $"{d.Fact.Verdict.Word(page.Language)}{page.Colon} {Plain(d.Fact.Why)}{(d.Fact.DueAt is { } due ? $", {page.Say("échéance", "due")} {Moment(due)}" : "")} ({page.By(d.Id, d.At, d.Author)})"),
                .. reaction.Ends.Select(e => $"{e.Fact.Outcome.Word(page.Language)}{page.Colon} {Plain(e.Fact.Text)} ({page.By(e.Id, e.At, e.Author)})"),
            ]);
        }
    }

    public static void Runs(CaseMarkdown page)
    {
        if (!page.State.Runs.IsEmpty)
        {
            page.Heading(page.Say("Démarches", "Processes"));
        }

        foreach (var run in page.State.Runs)
        {
            var started = run.Started.Fact;
            page.Items(
            [
                $"**{Plain(started.Title)}**, version {Number(started.Version)}, {Code(started.Href)} ({page.By(run.Started.Id, run.Started.At, run.Started.Author)})",
                .. run.Steps.Select(s => $"{s.State.Word(page.Language)}{page.Colon} {Plain(s.Step.Act)}"
                    + (s.Owner is { } owner ? $", {page.Person(owner)}" : "")
                    + string.Concat(s.Sets.Where(x => x.Fact.Result is not null).Select(x => $"{page.Colon} {Plain(x.Fact.Result!)}"))),
                run.Ended is { } end ? $"{page.Say("La démarche", "The process")} {end.Fact.Outcome.Word(page.Language)}{(end.Fact.Note is { } note ? $"{page.Colon} {Plain(note)}" : "")}" : null,
            ]);
        }
    }

    public static void Attributions(CaseMarkdown page)
    {
        if (!page.State.Attributions.IsEmpty)
        {
            page.Heading(page.Say("Attribution", "Attribution"));
        }

        foreach (var attribution in page.State.Attributions)
        {
            var proposed = attribution.Proposed;
            page.Items(
            [
                $"**{Plain(proposed.Fact.Actor)}**{(proposed.Fact.Country is { } country ? $" ({Plain(country)})" : "")}, {proposed.Fact.Confidence.Spoken(page.Language)}{page.Colon} {Plain(proposed.Fact.Why)} ({page.By(proposed.Id, proposed.At, proposed.Author)}{Brought(page, proposed.Fact.Imported)})",
                attribution.Stands ? page.Say("Deux analystes la signent.", "Two analysts sign it.") : page.Say("Ne tient pas encore\u00A0: un second analyste doit la signer.", "Does not stand yet: a second analyst must sign it."),
                .. proposed.Fact.Alternatives.Select(a => $"{page.Say("Autre hypothèse", "Other hypothesis")} ({a.Chance.Spoken(page.Language)}){page.Colon} {Plain(a.Text)} {Plain(a.Why)}"),
                .. attribution.Backed.Select(b => $"{page.Say("Confirmée", "Backed")}{page.Colon} {Plain(b.Fact.Why)} ({page.By(b.Id, b.At, b.Author)}{Brought(page, b.Fact.Imported)})"),
            ]);
        }
    }

    static string Brought(CaseMarkdown page, bool? imported) => imported is true ? page.Say(", repris d’un fichier\u00A0: ne compte pas", ", taken from a file: does not count") : "";

    public static void Partners(CaseMarkdown page)
    {
        var state = page.State;
        if (!state.Dossiers.IsEmpty)
        {
            page.Heading(page.Say("Dossiers envoyés aux plateformes", "Dossiers sent to platforms"));
        }

        foreach (var dossier in state.Dossiers)
        {
            var sent = dossier.Sent;
            page.Items(
            [
                $"**{Plain(sent.Fact.Platform)}**, {Moment(sent.Fact.SentAt)}{page.Colon} {Plain(sent.Fact.Text)} ({page.By(sent.Id, sent.At, sent.Author)})",
                $"{page.Say("Règle invoquée", "Rule invoked")}{page.Colon} {Plain(sent.Fact.Rule)}",
                .. sent.Fact.Accounts.Select(a => Code(FactWords.Shown(a))),
                .. state.Evidence.Where(e => sent.Fact.Evidence.Contains(e.Kept.Id)).Select(e => $"{Plain(e.Kept.Fact.FileName)}{page.Colon} {Code(e.Kept.Fact.Sha256)}"),
                .. dossier.Answers.Select(a => $"{Moment(a.Fact.AnsweredAt)}{page.Colon} {page.Say("la plateforme", "the platform")} {a.Fact.Answer.Word(page.Language)}{(a.Fact.Text is { } text ? $"{page.Colon} {Plain(text)}" : "")}"),
            ]);
        }

        if (!state.Alerts.IsEmpty)
        {
            page.Heading(page.Say("Alertes", "Alerts"));
            page.Items(state.Alerts.SelectMany(a => (string[])
            [
                $"{Plain(a.Sent.Fact.Summary)} **{Plain(a.Sent.Fact.ActionAsked)}** ({page.By(a.Sent.Id, a.Sent.At, a.Sent.Author)})",
                .. a.Acknowledged.Select(k => $"{page.Say("reçue", "acknowledged")} ({page.By(k.Id, k.At, k.Author)}){(k.Fact.Note is { } note ? $"{page.Colon} {Plain(note)}" : "")}"),
            ]));
        }

        if (!state.Reuses.IsEmpty)
        {
            page.Heading(page.Say("Réutilisations", "Reuses"));
            page.Items(state.Reuses.Select(r => $"{Plain(r.Fact.By)} ({r.Fact.Sector.Word(page.Language)}){page.Colon} {Plain(r.Fact.What)}"));
        }
    }

    public static void End(CaseMarkdown page)
    {
        var state = page.State;
        if (!state.Joined.IsEmpty)
        {
            page.Heading(page.Say("Dossiers joints", "Joined cases"));
            page.Items(state.Joined.Select(j => $"{Code(j.Fact.Other.ToString("D", CultureInfo.InvariantCulture))}{page.Colon} {Plain(j.Fact.Why)}"));
        }

        if (state.Retrospective is { } retrospective)
        {
            var fact = retrospective.Fact;
            page.Heading(page.Say("Retour d’expérience", "Retrospective"));
            page.Items(
            [
                $"{page.Say("Ce qui a marché", "What worked")}{page.Colon} {Plain(fact.Worked)}",
                $"{page.Say("Ce qui a manqué", "What failed")}{page.Colon} {Plain(fact.Failed)}",
                $"{page.Say("Ce qu’on retient", "Lessons")}{page.Colon} {Plain(fact.Lessons)}",
                .. fact.Edits.Select(e => Code(e.Href)),
            ]);
        }

        if (!state.Withdrawn.IsEmpty)
        {
            page.Heading(page.Say("Éléments retirés", "Withdrawn items"));
            page.Items(state.Withdrawn.Select(w => $"{Plain(w.Fact.Why)} ({page.By(w.Id, w.At, w.Author)})"));
        }

        if (!state.Exports.IsEmpty)
        {
            page.Heading(page.Say("Exports", "Exports"));
            page.Items(state.Exports.Select(e => $"{Plain(e.Fact.Format)}, {Plain(e.Fact.For)}{page.Colon} {Code(e.Fact.Sha256)} ({page.By(e.Id, e.At, e.Author)})"));
        }
    }

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
