using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Delivering;

/// <summary>Sends what waits for outside programs, signed, in its order; what fails is tried again, less and less.</summary>
public sealed class HookRound(IServiceScopeFactory scopes, ChatNetwork network, HookKeys keys, TimeProvider clock)
{
    /// <summary>1, 2, 4… minutes, six hours at most: some two days in all.</summary>
    public const int MostTries = 14;

    const int MostOfATurn = 500;
    const int FailureLength = 300;
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>How long what was sent is kept, for whoever looks into what went wrong.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <returns>Deliveries tried.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var due = await Due(ct);
        using var client = network.Client();
        var tried = 0;
        // One program hears one thing at a time.
        await Parallel.ForEachAsync(due.GroupBy(d => d.HookId), new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, network.AtOnce), CancellationToken = ct }, async (program, cancel) =>
        {
            foreach (var (id, _, nextAt) in program)
            {
                if (!await Take(id, nextAt, cancel))
                {
                    return;
                }

                Interlocked.Increment(ref tried);
                if (!await Try(id, client, cancel))
                {
                    // What comes after waits for it: a program hears things in the order in which they were said.
                    return;
                }
            }
        });
        return tried;
    }

    /// <returns>Whether the program is done with it.</returns>
    async Task<bool> Try(Guid id, HttpClient client, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        (actor.Who, actor.Act) = ("systeme", "discussion.webhook.envoyer");
        var delivery = await db.HookDeliveries.SingleAsync(d => d.Id == id, ct);
        var hook = await db.OutgoingHooks.AsNoTracking().SingleAsync(h => h.Id == delivery.HookId, ct);
        var text = await TextOf(hook, delivery, db, scope.ServiceProvider.GetRequiredService<Scopes>(), ct);
        var isOver = text is null;
        var failure = isOver ? "withdrawn" : await Send(hook, delivery.Id, HookPayload.Now(delivery.Body, text!), client, ct);
        var now = clock.GetUtcNow();
        delivery.Tries++;
        delivery.Failure = failure is { Length: > FailureLength } ? failure[..FailureLength] : failure;
        if (failure is null || isOver || delivery.Tries >= MostTries)
        {
            delivery.DoneAt = now;
        }
        else
        {
            delivery.NextAt = now + TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, TimeSpan.TicksPerMinute << Math.Min(delivery.Tries - 1, 12)));
        }

        await db.SaveChangesAsync(ct);
        return delivery.DoneAt is not null;
    }

    /// <summary>What the message says now. Null where nothing may go: what waited for hours may have been taken away since, or marked for fewer; its webhook stopped, its organisation gone.</summary>
    static async Task<string?> TextOf(OutgoingHook hook, HookDelivery delivery, ChatDb db, Scopes scopes, CancellationToken ct)
    {
        var message = HookPayload.MessageOf(delivery.Body);
        return hook.StoppedAt is null && await db.Organisations.AnyAsync(o => o.Id == hook.OrganisationId && o.ClosedAt == null, ct)
            ? await scopes.MessagesOf(Reader.OfOrganisation(hook.OrganisationId)).Where(m => m.Id == message && m.RemovedAt == null).Select(m => m.Text).SingleOrDefaultAsync(ct)
            : null;
    }

    /// <summary>Null when the program has it. Redirections are not followed: the address was given for this program, and for no other.</summary>
    async Task<string?> Send(OutgoingHook hook, Guid id, string content, HttpClient client, CancellationToken ct)
    {
        try
        {
            var body = Encoding.UTF8.GetBytes(content);
            using var request = new HttpRequestMessage(HttpMethod.Post, hook.Address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            request.Headers.TryAddWithoutValidation(HookSignature.Header, HookSignature.Sign([keys.Open(hook.SealedKey)], body, clock.GetUtcNow()));
            request.Headers.TryAddWithoutValidation("Beffroi-Delivery", id.ToString());
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return response.IsSuccessStatusCode ? null : FormattableString.Invariant($"HTTP {(int)response.StatusCode}");
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return "key";
        }
        catch (Exception wrong) when (OutsideAddress.Met(wrong, ct) is { } why)
        {
            return why.English;
        }
    }

    async Task<List<(Guid Id, Guid HookId, DateTimeOffset NextAt)>> Due(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        var old = now - Kept;
#pragma warning disable RS0030 // What was sent long ago leaves by the clock: it is no act of anybody.
        await db.HookDeliveries.Where(d => d.DoneAt != null && d.DoneAt < old).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        // Those behind one that waits for its next try wait too.
        var due = await db.HookDeliveries.Where(d => d.DoneAt == null && d.NextAt <= now && !db.HookDeliveries.Any(e => e.HookId == d.HookId && e.DoneAt == null && e.NextAt > now && (e.At < d.At || (e.At == d.At && e.Tries > d.Tries)))).OrderBy(d => d.At).ThenBy(d => d.Id).Take(MostOfATurn)
            .Select(d => new { d.Id, d.HookId, d.NextAt }).ToListAsync(ct);
        return [.. due.Select(d => (d.Id, d.HookId, d.NextAt))];
    }

    // Several nodes go round at once: the first to take a delivery sends it.
    async Task<bool> Take(Guid id, DateTimeOffset seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        var until = clock.GetUtcNow() + Claim;
#pragma warning disable RS0030 // Whose turn it is to send is no act of anybody: what comes of it is audited.
        return await db.HookDeliveries.Where(d => d.Id == id && d.DoneAt == null && d.NextAt == seen).ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAt, until), ct) == 1;
#pragma warning restore RS0030
    }
}
