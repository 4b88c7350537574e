using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Alerting;

/// <summary>A rapid alert from a case: lines, partners, what is asked of them, who answers; and who read and acknowledged it.</summary>
public static class AlertPartners
{
    static readonly Tlp[] Levels = [Tlp.Green, Tlp.Amber, Tlp.AmberStrict];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Route(Addresses.Alert(l, Guid.Empty)), Show).ForMembers().Does("discussion.lire");
            app.MapPost(Addresses.Route(Addresses.Alert(l, Guid.Empty)), Act).Does("discussion.alerter").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, Alerts alerts, ChatDb db, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? await Page(s, Typed.Nothing, new(), alerts, db, ct) : TypedResults.NotFound();

    static async Task<IResult> Act(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, Alerts alerts, ChatDb db, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if (form.Id("Acknowledge") is { } acknowledged)
        {
            return await desk.Write(s, form, errors, [new AlertAcknowledged { Alert = acknowledged, Note = form.Or("Note") }], ct) is not null
                ? TypedResults.LocalRedirect(Addresses.Alert(s.L, id))
                : await Page(s, form, errors, alerts, db, ct);
        }

        if (await Read(s, form, errors, db, ct) is { } draft)
        {
            var reply = await alerts.Send(s.View, draft, s.Seat, ct);
            foreach (var fault in reply.Faults)
            {
                errors.Add(fault.Field is "Criteria" ? "Lines" : fault.Field is "Marking" ? "Tlp" : fault.Field, fault.In(s.L));
            }

            if (reply.Refused.Count > 0)
            {
                errors.Add("Lines", s.Say($"Seule l’organisation qui les a apportés peut partager plus loin\u00A0: {string.Join(" ; ", reply.Refused.Select(s.NameOf))}.", $"Only the organisation that brought them may share further: {string.Join("; ", reply.Refused.Select(s.NameOf))}."));
            }

            if (reply.CaseId is { } sent)
            {
                return TypedResults.LocalRedirect(Addresses.Alert(s.L, sent));
            }
        }

        return await Page(s, form, errors, alerts, db, ct);
    }

    static async Task<AlertDraft?> Read(CaseScreen s, Typed form, Errors errors, ChatDb db, CancellationToken ct)
    {
        var tlp = form.Choice<Tlp>("Tlp", errors, s.L);
        var lines = form.Ids("Lines").Where(l => s.View.Find(l) is { } line && MinimalCase.Goes(line.Fact)).ToList();
        var partners = (await Partners(s, db, ct)).Select(p => p.Value).ToHashSet(StringComparer.Ordinal);
        var to = form.Ids("To").Where(o => partners.Contains(o.ToString())).ToList();
        var owner = form.Id("Owner") ?? s.Seat.AccountId;
        if (to.Count == 0)
        {
            errors.Add("To", s.Say("Cochez au moins une organisation.", "Tick at least one organisation."));
        }

        if (!(await Colleagues(s, db, ct)).Any(c => string.Equals(c.Value, owner.ToString(), StringComparison.Ordinal)))
        {
            errors.Add("Owner", s.Say("Choisissez une personne de votre organisation.", "Choose a person of your organisation."));
        }

        var least = lines.Select(l => s.State.Markings[l].Tlp).Append(Tlp.Green).Max();
        if (!Levels.Contains(tlp) || tlp < least)
        {
            errors.Add("Tlp", s.Say($"Ce que vous avez choisi est {least.Label()}\u00A0: l’alerte l’est au moins, sans aller au-delà de {Tlp.AmberStrict.Label()}.", $"What you chose is {least.Label()}: the alert is so at least, and no higher than {Tlp.AmberStrict.Label()}."));
        }

        return errors.Any ? null : new()
        {
            FormId = form.Id("FormId") ?? s.FormId, Title = form["Title"], Summary = form["Summary"], ActionAsked = form["ActionAsked"], Owner = owner, To = to, Lines = lines, Tlp = tlp,
        };
    }

    static async Task<IResult> Page(CaseScreen s, Typed form, Errors errors, Alerts alerts, ChatDb db, CancellationToken ct)
    {
        var gone = s.State.Withdrawn.Select(w => w.Fact.Target).ToHashSet();
        return Html.Form<AlertPartnersPage, AlertPartnersModel>(new()
        {
            S = s,
            Form = form,
            Errors = errors,
            Reports = await alerts.Reports(s, ct),
            Partners = await Partners(s, db, ct),
            Colleagues = await Colleagues(s, db, ct),
            Levels = [.. Levels.Select(t => new Option(t.ToString(), $"{t.Label()}\u00A0— {t.Allows(s.L)}"))],
            Lines = [.. s.View.Events.Where(e => MinimalCase.Goes(e.Fact) && !gone.Contains(e.Id)).Select(e => new Option(e.Id.ToString(), $"{s.NameOf(e.Id)} ({s.State.Markings[e.Id].Tlp.Label()})"))],
            Start = [.. s.State.Assessments.Where(a => a.Fact.Stand is Stand.Yes).Select(a => a.Id.ToString())],
            Organisations = await db.Organisations.ToDictionaryAsync(o => o.Id, o => o.Name, ct),
        }, errors);
    }

    // Written out here: each database has its own way to write an identifier.
    static async Task<IReadOnlyList<Option>> Partners(CaseScreen s, ChatDb db, CancellationToken ct) =>
        [.. (await db.Organisations.AsNoTracking().Where(o => o.ClosedAt == null && o.Id != s.Seat.OrganisationId).OrderBy(o => o.Name).ToListAsync(ct)).Select(o => new Option(o.Id.ToString(), o.Name))];

    static async Task<IReadOnlyList<Option>> Colleagues(CaseScreen s, ChatDb db, CancellationToken ct) =>
        [.. (await db.Members.AsNoTracking().Where(m => m.LeftAt == null && m.OrganisationId == s.Seat.OrganisationId).OrderBy(m => m.Name).ToListAsync(ct)).Select(m => new Option(m.AccountId.ToString(), m.Name))];
}

public sealed record AlertPartnersModel
{
    public required CaseScreen S { get; init; }
    public required Typed Form { get; init; }
    public required Errors Errors { get; init; }

    /// <summary>Alerts that this case is.</summary>
    public required IReadOnlyList<AlertReport> Reports { get; init; }
    public required IReadOnlyList<Option> Lines { get; init; }

    /// <summary>Lines that are ticked to start with: an alert rests on a criterion that is met.</summary>
    public required IReadOnlyList<string> Start { get; init; }
    public required IReadOnlyList<Option> Partners { get; init; }
    public required IReadOnlyList<Option> Colleagues { get; init; }
    public required IReadOnlyList<Option> Levels { get; init; }
    public required IReadOnlyDictionary<Guid, string> Organisations { get; init; }
}
