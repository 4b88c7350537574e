using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;

namespace Beffroi.Incubator.Canvas;

/// <summary>A note as typed: each colour has its own fields, those of the others are not read.</summary>
public sealed record NoteForm
{
    public string? Text { get; init; }
    public string? Detail { get; init; }
    public string? Availability { get; init; }
    public string? Integrity { get; init; }
    public string? Confidentiality { get; init; }
    public string? Proof { get; init; }
    public string? Stars { get; init; }
    public string? PlannedFor { get; init; }

    public Note? Read(Guid workshopId, NoteKind kind, Author author, Errors errors)
    {
        var text = Typed.Text(Text, nameof(Text), Note.TextMaxLength, "Écrivez la note", errors);
        var detail = kind switch
        {
            NoteKind.Event => Typed.Text(Detail, nameof(Detail), Note.TextMaxLength, "Écrivez ce que le service y perd", errors),
            NoteKind.Source => Typed.Optional(Detail, nameof(Detail), Note.TextMaxLength, errors),
            NoteKind.Story or NoteKind.Component or NoteKind.Measure => null,
        };
        var isStory = kind == NoteKind.Story;
        var stars = kind is NoteKind.Event or NoteKind.Source ? Typed.Whole(Stars, nameof(Stars), 1, Note.MostStars, $"Choisissez de 1 à {Note.MostStars}", errors) : 0;
        var (availability, integrity) = (Need(isStory, Availability, nameof(Availability), errors), Need(isStory, Integrity, nameof(Integrity), errors));
        var (confidentiality, proof) = (Need(isStory, Confidentiality, nameof(Confidentiality), errors), Need(isStory, Proof, nameof(Proof), errors));
        var planned = kind == NoteKind.Measure ? Typed.OptionalDay(PlannedFor, nameof(PlannedFor), errors) : null;
        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), WorkshopId = workshopId, Kind = kind, Text = text, Detail = detail, Availability = availability, Integrity = integrity, Confidentiality = confidentiality, Proof = proof,
            Stars = stars ?? 0, PlannedFor = planned, By = author.Id, At = author.At,
        };
    }

    static int Need(bool asked, string? typed, string field, Errors errors) =>
        asked ? Typed.Whole(typed, field, 0, Note.MostNeed, "Choisissez le besoin", errors) ?? 0 : 0;
}
