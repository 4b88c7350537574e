using Beffroi.Encyclopedia.Differences;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Following;

/// <summary>Whoever holds the secret link of a proposal sees what becomes of it, and may take it back while it waits.</summary>
public static class FollowProposal
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Follow(l, "{token}"), Show).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
            app.MapPost(Addresses.Follow(l, "{token}"), Withdraw).Does("encyclopedie.retirer").ForEveryone();
        }
    }

    static async Task<IResult> Show(string token, HttpRequest request, EncyclopediaDb db, CancellationToken ct)
    {
        var hash = SecretLink.HashOf(token);
        if (await db.Proposals.AsNoTracking().Include(p => p.Decision).SingleOrDefaultAsync(p => p.FollowHash == hash, ct) is not { } proposal)
        {
            return TypedResults.NotFound();
        }

        var content = EntryJson.Read(proposal.Content);
        var before = proposal.EntryId is { } entry ? await db.ContentNear(entry, proposal.BaseVersion, ct) : null;
        return Html.View<FollowProposalPage, FollowProposalModel>(new()
        {
            L = Langs.Of(request), Root = request.Root(), Token = token, Title = content.In(Langs.Of(request)).Title, Key = proposal.Key, At = proposal.At, Comment = proposal.Comment, Type = content.Type,
            Decision = proposal.Decision, Changes = before is null ? [] : EntryDiff.Of(before, content).Changes, New = proposal.EntryId is null,
        });
    }

    static async Task<IResult> Withdraw(string token, [FromForm] IFormCollection form, HttpRequest request, EncyclopediaDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (hash, l) = (SecretLink.HashOf(token), Langs.Of(request));
        if (!await db.Proposals.AnyAsync(p => p.FollowHash == hash, ct))
        {
            return TypedResults.NotFound();
        }

        if (await db.Proposals.SingleOrDefaultAsync(p => p.FollowHash == hash && p.Decision == null, ct) is { } proposal)
        {
            db.Add(new ProposalDecision { ProposalId = proposal.Id, Verdict = ProposalVerdict.Withdrawn, By = visitor.User?.Id, At = clock.GetUtcNow(), Reason = "" });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                // Decided at the same moment, by a reviewer or by a second press: the page says what became of it.
                db.ChangeTracker.Clear();
            }
        }

        return TypedResults.LocalRedirect(Addresses.Follow(l, token));
    }
}

public sealed record FollowProposalModel
{
    public required Lang L { get; init; }

    /// <summary>Of the site: the secret address is kept outside of it, whole.</summary>
    public required string Root { get; init; }

    public required string Token { get; init; }
    public required string Title { get; init; }
    public required string Key { get; init; }
    public required EntryType Type { get; init; }
    public required bool New { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Comment { get; init; }
    public required ProposalDecision? Decision { get; init; }
    public required IReadOnlyList<EntryChange> Changes { get; init; }
}
