using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Playing;

/// <summary>Takes what the games tell: each line is kept once, refused with its reason, or known already.</summary>
public static class CollectEvents
{
    /// <summary>Bytes of one batch: some 500 events.</summary>
    public const int MaxBytes = 512 * 1024;

    public const int MaxLines = 500;

    /// <summary>A device found again the next day may still hold answers; after that the result an adviser has read stands.</summary>
    static readonly TimeSpan LateAllowed = TimeSpan.FromHours(24);

    // Two batches of one run that cross each other: the second finds its lines taken and looks again.
    const int Tries = 4;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/evaluations/{id:guid}/collections_evenements", Collect)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Accepts<EventBatch>("application/json")
            .Does("evenements.recevoir").ForEveryone().DisableAntiforgery();

    static async Task<IResult> Collect(Guid id, HttpRequest request, EvaluationAccess access, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await access.Open(id, ct) is not { } evaluation)
        {
            return Refusal.NoToken;
        }

        if (!request.HasJsonContentType())
        {
            return TypedResults.Problem("Envoyez du JSON (application/json).", statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Demande refusée");
        }

        JsonDocument batch;
        try
        {
            batch = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return TypedResults.Problem($"Un envoi pèse {MaxBytes / 1024} Kio au plus.", statusCode: tooLarge.StatusCode, title: "Demande refusée");
        }
        catch (JsonException wrong)
        {
            return Refusal.Bad($"Le corps de la demande n’est pas du JSON (ligne {wrong.LineNumber}).");
        }

        using (batch)
        {
            if (Lines(batch.RootElement) is not { } lines)
            {
                return Refusal.Bad("Il manque la liste « evenements ».");
            }

            return lines.GetArrayLength() > MaxLines
                ? Refusal.Bad($"Un envoi compte {MaxLines} événements au plus.")
                : TypedResults.Ok(await Keep(lines, evaluation, db, clock, ct));
        }
    }

    static JsonElement? Lines(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("evenements", out var lines) && lines.ValueKind == JsonValueKind.Array ? lines : null;

    static async Task<EventReceipt> Keep(JsonElement lines, Evaluation evaluation, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var receipt = await Trying(() => KeepOnce(lines, evaluation.Id, db, clock, ct), db);
        if (receipt.Accepted > 0)
        {
            await Trying(() => Finishing.Settle(evaluation.Id, db, clock, ct), db);
        }

        return receipt;
    }

    static async Task<T> Trying<T>(Func<Task<T>> act, EvaDb db)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    static async Task<EventReceipt> KeepOnce(JsonElement lines, Guid evaluationId, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var evaluation = await db.Evaluations.Include(e => e.Campaign).Include(e => e.Runs).AsSplitQuery().SingleAsync(e => e.Id == evaluationId, ct);
        if (evaluation.FinishedAt + LateAllowed < clock.GetUtcNow())
        {
            return new() { Accepted = 0, AlreadyKnown = 0, Refused = [.. lines.EnumerateArray().Select((_, number) => new RefusedEvent(number, "l’évaluation est finie depuis trop longtemps"))] };
        }

        var read = lines.EnumerateArray().Select((line, number) => Read(line, number, evaluation.Runs, clock.GetUtcNow())).ToList();
        var wanted = read.Where(r => r.Line is not null).Select(r => r.Line!).ToList();
        var (runs, positions) = (wanted.Select(l => l.RunId).Distinct().ToList(), wanted.Select(l => l.Position).Distinct().ToList());
        var known = (await db.Events.AsNoTracking().Where(e => runs.Contains(e.RunId) && positions.Contains(e.Position)).ToListAsync(ct))
            .ToDictionary(e => (e.RunId, e.Position));

        var ends = wanted.Where(l => string.Equals(l.Name, EventNames.Finished, StringComparison.Ordinal) && !known.ContainsKey((l.RunId, l.Position)))
            .GroupBy(l => l.RunId).ToDictionary(run => run.Key, run => run.Min(l => l.Position));
        var (accepted, repeated, refused) = (0, 0, new List<RefusedEvent>());
        foreach (var (line, number, reason) in read)
        {
            if (line is null)
            {
                refused.Add(new(number, reason!));
            }
            else if (ends.TryGetValue(line.RunId, out var end) && line.Position > end)
            {
                refused.Add(new(number, EventReading.RunIsOver));
            }
            else if (!known.TryGetValue((line.RunId, line.Position), out var first))
            {
                known.Add((line.RunId, line.Position), line);
                db.Add(line);
                accepted++;
            }
            else if (EventReading.Same(first, line))
            {
                repeated++;
            }
            else
            {
                refused.Add(new(number, "un autre événement a déjà cette position"));
            }
        }

        if (accepted > 0)
        {
            Finishing.Close(evaluation, db.ChangeTracker.Entries<EventLine>().Select(e => e.Entity), clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }

        return new() { Accepted = accepted, AlreadyKnown = repeated, Refused = refused };
    }

    // Text with half a character in it can be written in JSON and read by nobody.
    static (EventLine? Line, int Number, string? Reason) Read(JsonElement line, int number, IReadOnlyList<Run> runs, DateTimeOffset now)
    {
        try
        {
            return EventReading.Read(line, number, runs, now);
        }
        catch (InvalidOperationException)
        {
            return (null, number, "le texte contient un caractère illisible");
        }
    }
}
