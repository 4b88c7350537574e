using System.Text.Json;
using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Cli.World;

/// <summary>Tells one play as the player's own journal would, and reads it through the site's own door.</summary>
sealed class EventScript(Run run, WorldPlayer player)
{
    readonly List<GameEvent> _events = [];
    readonly Random _chance = new(player.Seed + run.Situation.Length);
    DateTimeOffset _now = run.StartedAt;

    /// <summary>The moment of the last event told.</summary>
    public DateTimeOffset Now => _now;

    public IReadOnlyList<EventLine> Questions(bool withWriting)
    {
        var bank = LivraisonBank.Current;
        var draw = new AnswerDraw(player, _chance);
        Tell(EventNames.TrainingStarted, 20);
        foreach (var item in bank.Training)
        {
            Ask(item, item.Solution[0], 8);
        }

        Tell(EventNames.Started, 5);
        foreach (var item in bank.Items)
        {
            Ask(item, draw.To(item), player.Question.Draw(_chance));
        }

        if (withWriting)
        {
            Ask(bank.Writing, draw.To(bank.Writing), player.Writing is null ? 4 : 90);
        }

        Tell(EventNames.Finished, 0.1);
        return Read();
    }

    public IReadOnlyList<EventLine> Words()
    {
        var bank = MaintenanceBank.Current;
        var draw = new AnswerDraw(player, _chance);
        Tell(EventNames.TrainingStarted, 20);
        foreach (var word in bank.Training)
        {
            Judge(word.Id, word.French, 1.5);
        }

        Tell(EventNames.Started, 5);
        foreach (var word in bank.Shuffled(run.Seed).Take(player.WordsBeforeLeaving ?? int.MaxValue))
        {
            Judge(word.Id, draw.To(word), player.Word.Draw(_chance));
        }

        if (player.WordsBeforeLeaving is null)
        {
            Tell(EventNames.Finished, 0.1);
        }

        return Read();
    }

    void Ask(BankItem item, string? answer, double seconds)
    {
        Tell(EventNames.QuestionShown, 0.4, ("question", item.Id));
        Tell(EventNames.Answered, seconds, ("question", item.Id), ("reponse", answer), ("neSaisPas", answer is null), ("moyen", player.Means));
    }

    void Judge(string id, bool french, double seconds)
    {
        // The fixation cross.
        Tell(EventNames.WordShown, 0.5, ("mot", id));
        Tell(EventNames.WordJudged, seconds, ("mot", id), ("reponse", french ? "francais" : "pasfrancais"), ("moyen", player.Means));
    }

    void Tell(string name, double secondsAfter, params (string Name, object? Value)[] data)
    {
        _now += TimeSpan.FromSeconds(secondsAfter);
        _events.Add(new()
        {
            SessionId = run.Id,
            Situation = run.Situation,
            Position = _events.Count,
            Name = name,
            Date = _now.ToUnixTimeMilliseconds(),
            Data = data.Where(d => d.Value is not null).ToDictionary(d => d.Name, d => JsonSerializer.SerializeToElement(d.Value), StringComparer.Ordinal),
        });
    }

    List<EventLine> Read() =>
        [.. _events.Select((told, number) => EventReading.Read(JsonSerializer.SerializeToElement(told, EvaJson.Default.GameEvent), number, [run], Received(told)) switch
        {
            ({ } line, _, _) => line,
            var (_, _, reason) => throw new InvalidOperationException($"The named world tells an event that the site refuses ({told.Name}): {reason}."),
        })];

    static DateTimeOffset Received(GameEvent told) => DateTimeOffset.FromUnixTimeMilliseconds(told.Date).AddSeconds(1);
}
