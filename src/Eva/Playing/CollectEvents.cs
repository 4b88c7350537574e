using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Playing;

/// <summary>Takes what the games tell: each line is kept once, refused with its reason, or known already.</summary>
public static class CollectEvents
{
    /// <summary>Bytes of one batch: some 500 events.</summary>
    public const int MaxBytes = 512 * 1024;

    public const int MaxLines = 500;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/evaluations/{id:guid}/collections_evenements", Collect)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Accepts<EventBatch>("application/json")
            .WithSummary("Envoyer ce qui s’est passé")
            .WithDescription($"{MaxLines} événements et {MaxBytes / 1024} Kio au plus. Chaque ligne est gardée une fois (session_id et position la désignent), connue déjà, ou refusée avec sa raison : renvoyer un envoi ne change rien. Un succès ou un score envoyés ne sont pas lus.")
            .Produces<EventReceipt>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
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
                : TypedResults.Ok(await EventKeeping.Keep([.. lines.EnumerateArray()], evaluation.Id, db, clock, ct));
        }
    }

    static JsonElement? Lines(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("evenements", out var lines) && lines.ValueKind == JsonValueKind.Array ? lines : null;
}
