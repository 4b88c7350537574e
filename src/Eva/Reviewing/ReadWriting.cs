using Beffroi.Eva.Reviews;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Reviewing;

/// <summary>A professional reads the free text by the five points of the grid: who and when are kept, and each reading is a new one.</summary>
public static class ReadWriting
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/ecrit", Show).For();
        evaluations.MapPost("/{id:guid}/ecrit", Submit).Does("evaluation.lire_ecrit").For();
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        if (await Find(id, visitor, db, ct) is not { } found || FreeText.Of(found) is not { } text)
        {
            return TypedResults.NotFound();
        }

        // The last reading is a place to begin from.
        var last = (await ReviewBook.Read(db, structures, id, ct)).Writings is [var newest, ..] ? newest.Row : null;
        return View(found, text, [.. WritingGrid.Questions.Select((_, i) => last?.Answers.ElementAtOrDefault(i))], last?.Note, new());
    }

    static async Task<IResult> Submit(Guid id, IFormCollection form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, visitor, db, ct) is not { } found || FreeText.Of(found) is not { } text)
        {
            return TypedResults.NotFound();
        }

        var (errors, now, note) = (new Errors(), clock.GetUtcNow(), form["Note"].ToString().ReplaceLineEndings("\n").Trim());
        string?[] answers = [.. WritingGrid.Questions.Select((_, i) => (string?)form[Field(i)])];
        foreach (var (answer, i) in answers.Select((a, i) => (a, i)))
        {
            if (!WritingGrid.Choices.Any(c => string.Equals(c.Value, answer, StringComparison.Ordinal)))
            {
                errors.Add(Field(i), "Choisissez une réponse");
            }
        }

        if (note.Length > WritingReading.NoteMaxLength)
        {
            errors.Add("Note", $"Écrivez une remarque plus courte : {French.Number(WritingReading.NoteMaxLength)} caractères au plus");
        }

        if (errors.Any)
        {
            return View(found, text, answers, note, errors);
        }

        db.Add(new WritingReading { Id = Guid.CreateVersion7(now), EvaluationId = id, Answers = [.. answers.OfType<string>()], Note = note.Length == 0 ? null : note, At = now, By = visitor.SignedIn.Id });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}#ecrit");
    }

    /// <summary>Name of the field of this point, from 0.</summary>
    public static string Field(int point) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Point{point + 1}");

    static Task<Evaluation?> Find(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        Accompanied.By(db, visitor.SignedIn).AsNoTracking().Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Runs).ThenInclude(r => r.Events).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);

    static IResult View(Evaluation found, string text, IReadOnlyList<string?> answers, string? note, Errors errors) =>
        Html.Form<ReadWritingPage, ReadWritingModel>(new() { Evaluation = found, Text = text, Answers = answers, Note = note, Errors = errors }, errors);
}

public sealed record ReadWritingModel
{
    public required Evaluation Evaluation { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<string?> Answers { get; init; }
    public required string? Note { get; init; }
    public required Errors Errors { get; init; }
}
