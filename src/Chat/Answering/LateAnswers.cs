using System.Collections.Concurrent;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Answering;

/// <summary>Waits a moment for an answer; one that takes longer is posted in the room when it comes, or that it did not.</summary>
public sealed partial class LateAnswers(IServiceScopeFactory scopes, Live.LiveSettings limits, TimeProvider clock, ILogger<LateAnswers> logger)
{
    /// <summary>Longer, somebody who looks at the room thinks that nothing happens.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>As long as the first bot finder took (25 minutes), and a little more.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Searches that go on now, by person: each may take half an hour.</summary>
    readonly ConcurrentDictionary<Guid, int> _awaited = new();

    /// <summary>Whether this person may ask for one more now.</summary>
    public bool MayAsk(Guid accountId) => _awaited.GetValueOrDefault(accountId) < limits.MostAwaited && _awaited.Values.Sum() < limits.MostAwaitedByAll;

    async Task<BotAnswer> Counted(IBotAnswers bots, BotQuestion question, Guid accountId, CancellationToken ct)
    {
        _awaited.AddOrUpdate(accountId, 1, (_, n) => n + 1);
        try
        {
            return await bots.Ask(question, ct);
        }
        finally
        {
            if (_awaited.AddOrUpdate(accountId, 0, (_, n) => n - 1) == 0)
            {
                _awaited.TryRemove(KeyValuePair.Create(accountId, 0));
            }
        }
    }

    /// <summary>Null when it will come later.</summary>
    public async Task<BotAnswer?> Ask(IBotAnswers bots, BotQuestion question, LatePlace place, CancellationToken ct)
    {
        var limit = new CancellationTokenSource(Longest, clock);
        question = question with { Asker = place.Seat.Login };
        var answer = Counted(bots, question, place.Seat.AccountId, limit.Token);
        if (await Task.WhenAny(answer, Task.Delay(Patience, clock, ct)) == answer)
        {
            limit.Dispose();
            return await answer;
        }

        var awaited = new AwaitedAnswer
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), AccountId = place.Seat.AccountId, RoomId = place.Room, ThreadId = place.Thread,
            Subject = question.Subject, Value = question.Value, Language = question.Language, NextAt = clock.GetUtcNow() + Longest + Patience,
        };
        await Keep(awaited, place.Seat.Login, ct);
        Later = Post(answer, awaited, limit);
        return null;
    }

    /// <summary>Asks again, where the node that asked stopped before it could answer.</summary>
    /// <param name="taken">Whose turn it is was settled.</param>
    /// <param name="asker">The account by which the person signs in; null for one that is no longer here.</param>
    public void AskAgain(IBotAnswers bots, AwaitedAnswer taken, Guid? asker)
    {
        var limit = new CancellationTokenSource(Longest, clock);
        Later = Post(Counted(bots, new(taken.Subject, taken.Value, taken.Language, asker), taken.AccountId, limit.Token), taken, limit);
    }

    /// <summary>When to ask again what is asked now.</summary>
    public DateTimeOffset Next => clock.GetUtcNow() + Longest + Patience;

    /// <summary>The last one that was put off: for who waits for it.</summary>
    internal Task Later { get; private set; } = Task.CompletedTask;

    async Task Keep(AwaitedAnswer awaited, Guid login, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        (scope.ServiceProvider.GetRequiredService<Actor>().Who, scope.ServiceProvider.GetRequiredService<Actor>().Act) = ($"compte:{login}", "discussion.commande.attendre");
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        db.Add(awaited);
        await db.SaveChangesAsync(ct);
    }

    async Task Post(Task<BotAnswer> answer, AwaitedAnswer awaited, CancellationTokenSource limit)
    {
        using var held = limit;
        var l = awaited.Language;
        string text;
        try
        {
            var found = await answer;
            text = found.Markdown + (found.Href is { } href ? $"\n\n[{l.Say("Voir le détail", "See it whole")}]({href})" : "");
        }
        catch (Exception wrong)
        {
            Failed(wrong);
            text = l.Say("La recherche n’a pas abouti.", "The search came to nothing.");
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Post(awaited, text, scope.ServiceProvider);
        }
        catch (Exception wrong)
        {
            // Its row is there: it is asked again.
            Failed(wrong);
        }
    }

    /// <summary>Judged again: whoever asked may have left since, the room be narrowed or closed, the thread taken away.</summary>
    static async Task Post(AwaitedAnswer awaited, string text, IServiceProvider services)
    {
        var (db, rights) = (services.GetRequiredService<ChatDb>(), services.GetRequiredService<Scopes>());
        if (await services.GetRequiredService<Seats>().Of(awaited.AccountId, CancellationToken.None) is { } seat
            && await rights.RoomsOf(seat.Reader).AnyAsync(r => r.Id == awaited.RoomId && r.ClosedAt == null)
            && (awaited.ThreadId is null || await rights.MessagesOf(seat.Reader).AnyAsync(m => m.Id == awaited.ThreadId && m.RoomId == awaited.RoomId && m.RemovedAt == null)))
        {
            var actor = services.GetRequiredService<Actor>();
            (actor.Who, actor.Act) = ($"compte:{seat.Login}", "discussion.commande.repondre");
            // What comes late may be for those who read the thread only: it bears its marking.
            var own = await db.Messages.Where(m => m.Id == awaited.ThreadId).Select(m => m.ScopeId).SingleOrDefaultAsync();
            var told = await services.GetRequiredService<Posting>().Post(
                new NewMessage
                {
                    Id = awaited.Id, RoomId = awaited.RoomId, ThreadId = awaited.ThreadId, Marking = own is { } scope ? await rights.Marking(scope, CancellationToken.None) : null, Origin = MessageOrigin.Command, Source = "/bot",
                    Mentions = [awaited.AccountId], Text = $"**/bot {Exchange.CaseMarkdown.Plain(awaited.Value)}**\n\n{text}",
                },
                CancellationToken.None);
            if (told is not null)
            {
                await services.GetRequiredService<Telling>().Tell(new Notice(awaited.AccountId, null, NoticeReason.Mention, told.Id, null), awaited.RoomId, CancellationToken.None);
            }
        }

#pragma warning disable RS0030 // It has come: the message is audited.
        await db.AwaitedAnswers.Where(a => a.Id == awaited.Id).ExecuteDeleteAsync();
#pragma warning restore RS0030
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A late answer could not be given.")]
    private partial void Failed(Exception wrong);
}

/// <summary>Where a late answer goes, and to whom.</summary>
public sealed record LatePlace(Seat Seat, Guid Room, Guid? Thread);
