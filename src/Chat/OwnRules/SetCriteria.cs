using System.Globalization;
using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.OwnRules;

/// <summary>The criteria by which an organisation qualifies: its members read them, its referents write another version. Cases already qualified keep theirs.</summary>
public static class SetCriteria
{
    /// <summary>Rows left empty for what is added.</summary>
    const int Spare = 3;
    const int MostRows = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Criteria(l), Show).ForMembers();
            app.MapPost(Addresses.Criteria(l), Submit).Does("discussion.criteres").ForMembers();
        }
    }

    static async Task<IResult> Show(string? modele, HttpRequest request, ChatDb db, Seated seated, CancellationToken ct)
    {
        var organisation = seated.Seat.OrganisationId!.Value;
        var set = modele switch
        {
            "convention" => Convention.Five,
            "france" => Convention.FrenchPosition2020(organisation),
            _ => await CriteriaOf.Now(db, organisation, ct),
        };
        return await View(Rows(set), new(), Langs.Of(request), db, seated, modele is not null, ct);
    }

    static async Task<IResult> Submit([FromForm] IFormCollection form, HttpRequest request, ChatDb db, Seated seated, TimeProvider clock, CancellationToken ct)
    {
        if (!seated.Seat.IsReferent)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var (l, errors, organisation, now) = (Langs.Of(request), new Errors(), seated.Seat.OrganisationId!.Value, clock.GetUtcNow());
        var rows = Typed(form);
        var version = await db.OwnCriteria.Where(c => c.OrganisationId == organisation).Select(c => (int?)c.Version).MaxAsync(ct) ?? 0;
        var set = new CriteriaSet { Organisation = organisation, Version = version + 1, Criteria = [.. rows.Where(r => r.IsFilled).Select(r => new CriterionDefinition(r.Key, r.French, r.English, r.Required))] };
        foreach (var fault in set.Faults())
        {
            errors.Add("", l.Say(fault.French, fault.English));
        }

        if (errors.Any)
        {
            return await View(rows, errors, l, db, seated, true, ct);
        }

        db.Add(new OwnCriteria { OrganisationId = organisation, Version = set.Version, Content = CaseJson.Write(set), At = now, By = seated.Seat.AccountId });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            errors.Add("", l.Say("Un autre référent vient d’enregistrer une version. Relisez-la, puis enregistrez de nouveau", "Another referent has just saved a version. Read it, then save again"));
            return await View(rows, errors, l, db, seated, true, ct);
        }

        return TypedResults.LocalRedirect(Addresses.Criteria(l));
    }

    static List<CriterionRow> Typed(IFormCollection form) =>
        [.. Enumerable.Range(0, MostRows).Select(i => new CriterionRow(Text(form, "key", i), Text(form, "fr", i), Text(form, "en", i), form[Name("required", i)] == "true")).TakeWhile((r, i) => form.ContainsKey(Name("key", i)))];

    static string Text(IFormCollection form, string field, int row) => form[Name(field, row)].ToString().Trim();

    internal static string Name(string field, int row) => $"{field}.{row.ToString(CultureInfo.InvariantCulture)}";

    static List<CriterionRow> Rows(CriteriaSet set) => [.. set.Criteria.Select(c => new CriterionRow(c.Key, c.French, c.English, c.Required))];

    static async Task<IResult> View(List<CriterionRow> rows, Errors errors, Lang l, ChatDb db, Seated seated, bool writing, CancellationToken ct)
    {
        var organisation = seated.Seat.OrganisationId!.Value;
        var versions = await db.OwnCriteria.AsNoTracking().Where(c => c.OrganisationId == organisation).OrderByDescending(c => c.Version).Select(c => new { c.Version, c.At }).ToListAsync(ct);
        List<CriterionRow> shown = [.. rows, .. Enumerable.Repeat(CriterionRow.Empty, Math.Max(0, Math.Min(Spare, MostRows - rows.Count)))];
        return Html.Form<SetCriteriaPage, SetCriteriaModel>(new(l, seated.Seat.OrganisationName!, seated.Seat.IsReferent, await CriteriaOf.Now(db, organisation, ct), [.. versions.Select(v => (v.Version, v.At))], shown, writing, errors), errors);
    }
}

public sealed record CriterionRow(string Key, string French, string English, bool Required)
{
    public static CriterionRow Empty { get; } = new("", "", "", false);

    public bool IsFilled => Key.Length + French.Length + English.Length > 0;
}

public sealed record SetCriteriaModel(Lang L, string Organisation, bool IsReferent, CriteriaSet Now, IReadOnlyList<(int Version, DateTimeOffset At)> Versions, IReadOnlyList<CriterionRow> Rows, bool Writing, Errors Errors);
