using Beffroi.Bots.Reuse;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Answers;

/// <summary>Answers <c>/bot</c> in the chat: signs and doubts on what the asker's organisation watches, never a verdict. Rights are those of the moment of the answer.</summary>
public sealed class BotAnswers(IServiceScopeFactory scopes, TimeProvider clock) : IBotAnswers
{
    const int MostPosts = 5000;

    /// <summary>Under the patience of the chat: what comes later would be read by everybody in the room, and what is watched is for one organisation.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task<BotAnswer> Ask(BotQuestion question, CancellationToken ct)
    {
        var l = question.Language;
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (!await services.GetRequiredService<IRecords>().InForce(BotsAssessment.Template.Key, ct))
        {
            return new(l.Say("Le détecteur est en pause : son analyse d’impact n’est pas enregistrée, ou n’est plus en vigueur.", "The detector is paused: its impact assessment is not recorded, or is not in force any more."), null);
        }

        var analyst = question.Asker is { } login ? await services.GetRequiredService<IAnalysts>().Of(login, ct) : null;
        if (analyst is null)
        {
            return new(l.Say("Le détecteur répond aux membres des organisations, sur ce que leur organisation observe.", "The detector answers members of organisations, about what their organisation watches."), null);
        }

        if (!await services.GetRequiredService<Reuses>().Take(analyst.OrganisationId, analyst.Sector, Guid.Empty, 1, Reuses.DailyAccounts, ct))
        {
            return new(l.Say("Votre organisation a posé toutes ses questions du jour.", "Your organisation has asked all its questions of the day."), null);
        }

        var named = question.Subject switch
        {
            BotSubject.Account => AskedAccount.Named(question.Value, null),
            BotSubject.Address => ProfileAddress.Of(question.Value) is null ? null : AskedAccount.Named(question.Value, null),
            BotSubject.Words => null,
        };
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return named is not null
                ? await One(named, analyst, l, services.GetRequiredService<Answering>(), either.Token)
                : await Those(question, analyst, services.GetRequiredService<BotsDb>(), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(l.Say("Trop de publications à relire pour répondre ici : la page des récits le fait.", "Too many posts to read for an answer here: the page of narratives does it."), $"{Addresses.Narratives(l)}?q={Uri.EscapeDataString(question.Value)}");
        }
    }

    static async Task<BotAnswer> One(AskedAccount asked, Analyst analyst, Lang l, Answering answering, CancellationToken ct)
    {
        var answer = await answering.Answer(asked, analyst.OrganisationId, l, ct);
        var reasons = string.Concat(answer.Reasons.Select(r => $"\n- {Plain(r)}"));
        var seen = !answer.Found ? "" : answer.Posts == 0
            ? l.Say("\n\nAucune de ses publications n’a été lue : le profil seul compte.", "\n\nNone of its posts was read: the profile alone counts.")
            : "\n\n" + l.Count(answer.Posts, ("publication lue.", "publications lues."), ("post read.", "posts read."));
        var href = await answering.Find(asked, analyst.OrganisationId, ct) is { } id ? Addresses.Account(l, id) : null;
        return new($"{Plain(answer.Summary)}{reasons}{seen}\n\n{Plain(answer.Caution)}", href);
    }

    /// <summary>Accounts that published these words or this address, counted by what their scores say.</summary>
    static async Task<BotAnswer> Those(BotQuestion question, Analyst analyst, BotsDb db, CancellationToken ct)
    {
        var (l, organisation) = (question.Language, analyst.OrganisationId);
        var posts = db.Posts.AsNoTracking().Where(p => db.Matches.Any(m => m.Seq == p.Seq && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == organisation)));
        if (question.Subject == BotSubject.Address)
        {
            var link = System.Text.Json.JsonSerializer.Serialize(CanonicalUrl.Of(question.Value) ?? question.Value);
            posts = posts.Where(p => p.NativeId == question.Value || (p.Links != null && p.Links.Contains(link)));
        }
        else
        {
            var words = question.Value.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes lower() in SQL: the database has no culture to be given.
            posts = posts.Where(p => p.Text != null && p.Text.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var authors = await posts.OrderByDescending(p => p.Seq).Take(MostPosts).Select(p => p.AccountId).ToListAsync(ct);
        var accounts = authors.Distinct().ToList();
        if (accounts.Count == 0)
        {
            return new(l.Say("Aucune publication collectée par votre organisation ne porte cela. Ce qui n’est pas collecté n’est pas mesuré.", "No post collected by your organisation holds this. What is not collected is not measured."), null);
        }

        var classes = await db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).Select(a => a.Class).ToListAsync(ct);
        var (signs, none) = (classes.Count(c => c == AutomationClass.Bot), classes.Count(c => c == AutomationClass.Human));
        var text = l.Say(
            $"{French.Count(authors.Count, "publication collectée", "publications collectées")}, de {French.Count(accounts.Count, "compte", "comptes")} : {French.Number(signs)} avec des signes d’automatisation, {French.Number(none)} sans, {French.Number(classes.Count - signs - none)} indéterminés. Ces nombres portent sur ce qui est collecté, pas sur tout le réseau.",
            $"{l.Count(authors.Count, ("", ""), ("post collected", "posts collected"))}, of {l.Count(accounts.Count, ("", ""), ("account", "accounts"))}: {English.Number(signs)} with signs of automation, {English.Number(none)} without, {English.Number(classes.Count - signs - none)} undetermined. These counts are of what is collected, not of the whole network.");
        return new($"{text}\n\n{Plain(ScoreExplanation.Caution(l.Tongue()))}", $"{Addresses.Narratives(l)}?q={Uri.EscapeDataString(question.Value)}");
    }

    /// <summary>Names from networks are no Markdown.</summary>
    static string Plain(string text) => string.Concat(text.Select(c => "\\`*_{}[]<>#|~!".Contains(c, StringComparison.Ordinal) ? "\\" + c : c.ToString()));
}
