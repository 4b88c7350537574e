using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

/// <summary>Small plays, and a journal that keeps what it is told.</summary>
internal static class Plays
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static Item Choice(string id, params string[] measured) => new()
    {
        Id = id,
        Kind = ItemKind.Choice,
        Instruction = "Lisez l’affiche.",
        Document = new Document { Kind = "affiche", Lines = ["Sonnez ici."], Spoken = "Sonnez ici." },
        Question = "Que faut-il faire ?",
        Choices = [new Choice { Id = "a", Text = "Sonner", Feedback = "Oui, c’est écrit." }, new Choice { Id = "b", Text = "Attendre", Feedback = "Regardez encore." }],
        Measured = measured,
    };

    public static Item Number(string id) => new() { Id = id, Kind = ItemKind.Number, Instruction = "Comptez.", Question = "Combien ?", Unit = "colis" };

    public static Item Writing(string id) => new() { Id = id, Kind = ItemKind.Writing, Instruction = "Écrivez.", Question = "Votre message ?" };

    public static Play Questions(IReadOnlyList<Item>? training = null, IReadOnlyList<Item>? items = null, IReadOnlyList<string>? answered = null, int next = 0, bool trained = false) => new()
    {
        SessionId = new Guid("11111111-1111-1111-1111-111111111111"),
        Situation = "livraison",
        Label = "Livraison",
        NextPosition = next,
        TrainingDone = trained,
        Answered = answered ?? [],
        Training = training ?? [Choice("E1")],
        Items = items ?? [Choice("L1"), Number("L2"), Writing("L3")],
    };

    public static Play Words(int count = 4, IReadOnlyList<string>? answered = null, int next = 0, bool trained = false) => new()
    {
        SessionId = new Guid("22222222-2222-2222-2222-222222222222"),
        Situation = "maintenance",
        Label = "Maintenance",
        NextPosition = next,
        TrainingDone = trained,
        Answered = answered ?? [],
        TrainingStimuli = [new TrainingStimulus("T1", "pain", French: true), new TrainingStimulus("T2", "tolipe", French: false)],
        Stimuli = [.. Enumerable.Range(1, count).Select(number => new Stimulus($"M{number}", $"mot{number}"))],
    };

    public static (Journal Journal, List<GameEvent> Told) Journal(Play play, FakeTimeProvider? clock = null)
    {
        var time = clock ?? new FakeTimeProvider(Morning);
        var shelf = new FakeShelf();
        return (new Journal(play, new Outbox(Guid.Empty, _ => Task.FromResult(Delivery.Received), shelf, time), time), shelf.Told);
    }

    public static bool Is(this GameEvent happened, string name) => string.Equals(happened.Name, name, StringComparison.Ordinal);

    public static string? Text(this GameEvent happened, string name) =>
        happened.Data is { } data && data.TryGetValue(name, out var value) ? value.ToString() : null;
}
