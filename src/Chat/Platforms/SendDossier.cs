using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Exchange;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Platforms;

/// <summary>Dossiers for platforms: prepared and read over, then marked as sent with their date; what the platform answered and after how long.</summary>
public static class SendDossier
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Route(Addresses.Platforms(l, Guid.Empty)), Show).ForMembers().Does("discussion.lire");
            app.MapPost(Addresses.Route(Addresses.Platforms(l, Guid.Empty)), Send).Does("discussion.plateforme").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new(), null) : TypedResults.NotFound();

    static async Task<IResult> Send(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, TimeProvider clock, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors, now) = (new Typed(typed), new Errors(), clock.GetUtcNow());
        var isSent = form["Act"] is "sent";
        var sentAt = form.At("SentAt", errors, s.L) ?? now;
        if (sentAt > now)
        {
            errors.Add("SentAt", s.Say("Cette date n’est pas encore passée.", "This date has not passed yet."));
        }

        var chosen = form.Ids("Accounts").Select(a => s.State.Observables.Find(o => o.Id == a)).OfType<Stated<ObservableNoted>>().ToList();
        if (chosen.Where(o => !MayLeave(s, o.Id)).Select(o => s.NameOf(o.Id)).ToList() is { Count: > 0 } kept)
        {
            errors.Add("Accounts", s.Say($"Seule l’organisation qui les a apportés peut les faire sortir\u00A0: {string.Join(" ; ", kept)}.", $"Only the organisation that brought them may let them out: {string.Join("; ", kept)}."));
        }

        var fact = new DossierSent
        {
            Platform = form["Platform"], Rule = form["Rule"], Text = form["Text"], SentAt = sentAt,
            Accounts = [.. chosen.Select(o => o.Fact.Observable).Distinct()], Evidence = form.Ids("Evidence"),
        };
        // The same door as for writing it, so that nobody sends what could then not be noted.
        var draft = new CaseDraft { Id = Guid.CreateVersion7(now), Author = s.Seat.Author, Marking = LineMarking.Read(form["Marking"], s.Marking, s.Seat), Fact = fact };
        foreach (var fault in s.View.Faults(draft))
        {
            errors.Add(fault.Field is "Marking" ? "Evidence" : fault.Field, fault.In(s.L));
        }

        if (errors.Any)
        {
            // A date that is wrong does not take away what was read over.
            return Page(s, form, errors, errors.All.All(e => e.Field is "SentAt") ? FileOf(s, fact, null) : null);
        }

        return isSent && await desk.Write(s, form, errors, [fact], ct) is { } reply
            ? TypedResults.LocalRedirect(reply.Written.Count > 0 ? Addresses.Dossier(s.L, id, reply.Written[^1].Id) : Addresses.Platforms(s.L, id))
            : Page(s, form, errors, errors.Any ? null : FileOf(s, fact, null));
    }

    /// <summary>TLP 2.0 (FIRST, August 2022): above GREEN, only the source lets something out of the organisations that were told.</summary>
    static bool MayLeave(CaseScreen s, Guid line) => s.View.MarkingOf(line).Tlp <= Tlp.Green || (s.View.Find(line) is { } found && CaseDoor.IsSource(s.View, found, s.Seat.Author));

    internal static PlatformFile FileOf(CaseScreen s, DossierSent fact, DateTimeOffset? sentAt) => new()
    {
        Platform = fact.Platform, Rule = fact.Rule, Text = fact.Text, Accounts = fact.Accounts, SentAt = sentAt, From = s.Seat.OrganisationName ?? "",
        Evidence = [.. fact.Evidence.Select(e => s.State.Evidence.Find(f => f.Kept.Id == e)?.Kept.Fact).OfType<EvidenceKept>()],
    };

    static IResult Page(CaseScreen s, Typed form, Errors errors, PlatformFile? preview) => Html.Form<SendDossierPage, SendDossierModel>(new()
    {
        S = s,
        Form = form,
        Errors = errors,
        Preview = preview,
        Accounts = [.. s.State.Observables.Where(o => o.Fact.Observable.Kind is ObservableKind.Account or ObservableKind.Url).DistinctBy(o => o.Fact.Observable).Select(o => new Option(o.Id.ToString(), $"{FactWords.Shown(o.Fact.Observable)} ({s.View.MarkingOf(o.Id).Tlp.Label()})"))],
        Evidence = [.. s.State.Evidence.Select(e => new Option(e.Kept.Id.ToString(), $"{e.Kept.Fact.FileName} ({s.View.MarkingOf(e.Kept.Id).Tlp.Label()})"))],
    }, errors);
}

public sealed record SendDossierModel
{
    public required CaseScreen S { get; init; }
    public required Typed Form { get; init; }
    public required Errors Errors { get; init; }
    public required IReadOnlyList<Option> Accounts { get; init; }
    public required IReadOnlyList<Option> Evidence { get; init; }

    /// <summary>What was prepared, to be read over before it is sent; null while it is being written.</summary>
    public required PlatformFile? Preview { get; init; }
}
