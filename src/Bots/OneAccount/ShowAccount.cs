using System.Globalization;
using Beffroi.Bots.Figures;
using Beffroi.Bots.Portrait;
using Beffroi.Bots.Scoring;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.OneAccount;

/// <summary>All that is known of an account: figures, a score with its doubts and reasons, what it published, when, and with whom.</summary>
public static class ShowAccount
{
    const int MostPosts = 2000;
    const int ShownPosts = 20;
    const int MostPoints = 200;

    /// <summary>Shares of programs that the page offers: from what is seen on a whole network to a list where half are.</summary>
    internal static readonly IReadOnlyList<double> Shares = [0.01, 0.05, 0.1, 0.2, 0.5];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Accounts(l) + "/{id:guid}", Show).ForAnalysts();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, BotsDb db, AtWork at, AccountScoring scoring, CancellationToken ct)
    {
        var l = Langs.Of(request);
        var account = await db.AccountsOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is null)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), request.Query["share"].ToString());
        var share = Share(typed, scoring.Prior);
        if (share is null)
        {
            errors.Add("share", l.Say("Écrivez une part entre 0 et 1, par exemple 0,05", "Write a share between 0 and 1, for instance 0.05"));
        }

        var posts = await db.PostsOf(at.Organisation, id).AsNoTracking().OrderByDescending(p => p.At).ThenByDescending(p => p.Seq).Take(MostPosts).ToListAsync(ct);
        var evidence = (await AccountEvidence.Of(db, id, ct))!;
        var company = await Company.Of(account, evidence.Account, db, at.Organisation, ct);
        return Html.Form<ShowAccountPage, ShowAccountModel>(new()
        {
            L = l, Row = account, Profile = evidence.Account, Share = share ?? scoring.Prior, Typed = typed, Errors = errors,
            Explanation = scoring.Explain(evidence, share ?? scoring.Prior),
            AtShares = [.. Shares.Select(s => (s, scoring.Score(evidence, s)))],
            Points = [.. (await db.Scores.AsNoTracking().Where(s => s.AccountId == id).OrderByDescending(s => s.At).Take(MostPoints).ToListAsync(ct)).OrderBy(s => s.At)],
            Activity = Portrait.Activity.Of(posts), Posts = [.. posts.Take(ShownPosts)],
            Snapshots = await db.Snapshots.AsNoTracking().Where(s => s.AccountId == id).OrderByDescending(s => s.At).Take(MostPoints).ToListAsync(ct),
            Company = company,
            Review = await ReviewState.Of(id, db, ct),
        }, errors);
    }

    // A comma is written as a point by half of Europe.
    static double? Share(string typed, double usual) => typed.Length == 0 ? usual
        : double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0.0001 and <= 0.9999 ? share : null;
}

public sealed record ShowAccountModel
{
    public required Lang L { get; init; }
    public required WatchedAccount Row { get; init; }
    public required Account Profile { get; init; }
    public required double Share { get; init; }
    public required string Typed { get; init; }
    public required Errors Errors { get; init; }
    public required ScoreExplanation Explanation { get; init; }
    public required IReadOnlyList<(double Share, AutomationScore Score)> AtShares { get; init; }
    public required IReadOnlyList<ScorePoint> Points { get; init; }
    public required Portrait.Activity Activity { get; init; }
    public required IReadOnlyList<CollectedPost> Posts { get; init; }
    public required IReadOnlyList<AccountSnapshot> Snapshots { get; init; }
    public required Company Company { get; init; }
    public required ReviewState Review { get; init; }
}
