using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Importing;

/// <summary>Takes the answers that a person's device could not send, from the file that it wrote.</summary>
public static class ImportAnswers
{
    /// <summary>A whole parcours is a few hundred kilobytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    const string Field = "File";

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/importer", () => View(new(), null)).For();
        evaluations.MapPost("/importer", Import).WithMetadata(new RequestSizeLimitAttribute(MaxBytes)).RequireAntiforgery().Does("reponses.importer").For();
    }

    static async Task<IResult> Import(IFormFile? file, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var errors = new Errors();
        if (await Read(file, errors, ct) is not { } sent)
        {
            return View(errors, null);
        }

        // Somebody else's evaluation does not exist for this person.
        if (!await db.Evaluations.VisibleTo(db.Campaigns, visitor.SignedIn).AnyAsync(e => e.Id == sent.Evaluation, ct))
        {
            errors.Add(Field, "Ce fichier parle d’une évaluation qui n’est pas dans vos campagnes");
            return View(errors, null);
        }

        var receipt = await EventKeeping.Keep([.. sent.Lines], sent.Evaluation, db, clock, ct);
        return View(errors, new(sent.Evaluation, receipt));
    }

    static async Task<(Guid Evaluation, List<JsonElement> Lines)?> Read(IFormFile? file, Errors errors, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            errors.Add(Field, "Choisissez le fichier que le jeu a enregistré");
            return null;
        }

        try
        {
            await using var stream = file.OpenReadStream();
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("format", out var format) && format.ValueEquals(AnswerFile.CurrentFormat)
                && root.TryGetProperty("evaluation", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var evaluation)
                && root.TryGetProperty("evenements", out var lines) && lines.ValueKind == JsonValueKind.Array)
            {
                return (evaluation, [.. lines.EnumerateArray().Select(line => line.Clone())]);
            }

            errors.Add(Field, "Ce fichier n’est pas un fichier de réponses Eva. Son nom commence par « eva-reponses »");
        }
        catch (JsonException wrong)
        {
            errors.Add(Field, $"Ce fichier est abîmé à la ligne {(int)(wrong.LineNumber ?? 0) + 1} : rien n’a été importé");
        }

        return null;
    }

    static IResult View(Errors errors, ImportedAnswers? imported) => Html.Form<ImportAnswersPage, ImportAnswersModel>(new(errors, imported), errors);
}

/// <summary>What became of a file: its evaluation and what the server says of each line.</summary>
public sealed record ImportedAnswers(Guid Evaluation, EventReceipt Receipt);

public sealed record ImportAnswersModel(Errors Errors, ImportedAnswers? Imported);
