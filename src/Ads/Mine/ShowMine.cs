using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Mine;

/// <summary>What this browser answered, and what it led to. It can be read as long as the key of the first visit exists.</summary>
public static class ShowMine
{
    const int PerPage = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Mine(l), Show).ForEveryone();
        }
    }

    static async Task<IResult> Show(int? page, HttpContext http, AdsDb db, Publication publication, Pseudonyms pseudonyms, AnsweringSettings settings, CancellationToken ct)
    {
        var l = Langs.Of(http.Request);
        if (await pseudonyms.Known(http, ct) is not { } voter)
        {
            return Html.View<ShowMinePage, ShowMineModel>(new(l, [], 0, 1, settings.KeyDays));
        }

        var mine = db.Answers.AsNoTracking().Where(a => a.Voter == voter);
        var total = await mine.CountAsync(ct);
        var shown = Math.Clamp(page ?? 1, 1, Math.Max(1, (total + PerPage - 1) / PerPage));
        var rows = await mine.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip((shown - 1) * PerPage).Take(PerPage)
            .Join(db.Groups, a => a.GroupId, g => g.Id, (a, g) => new { Answer = a, Group = g }).Join(db.Ads, r => r.Answer.AdId, a => a.Id, (r, ad) => new { r.Answer, r.Group.State, r.Group.Ads, r.Group.Country, ad.PageName, ad.Text, ad.HiddenAt })
            .ToListAsync(ct);
        var groups = rows.Select(r => r.Answer.GroupId).ToList();
        var known = await db.Verdicts.AsNoTracking().Where(v => groups.Contains(v.GroupId) && v.Answers >= settings.AtLeast).ToListAsync(ct);
        var verdicts = known.Where(v => v.Question == Question.Political).ToDictionary(v => v.GroupId);
        var purposes = known.Where(v => v.Question == Question.Purpose && v is { Settled: true, Leading: not null }).ToDictionary(v => v.GroupId);
        var ads = rows.Select(r => r.Answer.AdId).ToList();
        var decided = await publication.Shown.Where(r => ads.Contains(r.AdId)).Select(r => r.AdId).Distinct().ToListAsync(ct);
        var experts = await publication.Experts(ads, ct);
        return Html.View<ShowMinePage, ShowMineModel>(new(l, [.. rows.OrderByDescending(r => r.Answer.At).Select(r => new MyAnswer
        {
            Answer = r.Answer, State = r.State != GroupState.Gold ? r.State : verdicts.GetValueOrDefault(r.Answer.GroupId) is { Settled: true } ? GroupState.Settled : GroupState.Open, Ads = r.Ads,
            PageName = r.HiddenAt is null ? r.PageName : "", Text = r.HiddenAt is null ? r.Text : "", Hidden = r.HiddenAt is not null, Frozen = publication.Frozen.Contains(r.Country, StringComparer.Ordinal), Verdict = verdicts.GetValueOrDefault(r.Answer.GroupId),
            Purpose = purposes.GetValueOrDefault(r.Answer.GroupId)?.Leading, Decided = decided.Contains(r.Answer.AdId), Expert = experts.GetValueOrDefault(r.Answer.AdId),
        })], total, shown, settings.KeyDays) { Pages = Math.Max(1, (total + PerPage - 1) / PerPage) });
    }
}

public sealed record MyAnswer
{
    public required Answer Answer { get; init; }
    public required GroupState State { get; init; }

    /// <summary>Ads that this one answer serves.</summary>
    public required int Ads { get; init; }

    public required string PageName { get; init; }
    public required string Text { get; init; }
    public required bool Hidden { get; init; }

    /// <summary>Its country votes: nothing is told of what people answer.</summary>
    public required bool Frozen { get; init; }

    /// <summary>Of the first question; null while too few answered.</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>Name of what people together say that it is for; null: nothing yet.</summary>
    public required string? Purpose { get; init; }

    /// <summary>What a named reviewer answered, where people differ.</summary>
    public required ExpertAnswer? Expert { get; init; }

    /// <summary>A reviewer decided something of it, and everybody reads it.</summary>
    public required bool Decided { get; init; }
}

public sealed record ShowMineModel(Lang L, IReadOnlyList<MyAnswer> Rows, int Total, int Page, int KeyDays)
{
    public int Pages { get; init; } = 1;
}
