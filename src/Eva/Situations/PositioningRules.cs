using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva;

/// <summary>A situation whose next question depends on the answers: the whole store goes to the browser, without its key, with the way through it.</summary>
public abstract class PositioningRules : SituationRules
{
    // A typed answer may be long, and each of its letters six characters once written in JSON.
    const int TypedDataLength = 2_000;

    /// <summary>Announced for the historical questions: 44 to 108 items (original service: 30 to 60 minutes, read 2026-11).</summary>
    public const int HistoriqueMinutes = 45;

    /// <summary>Announced for the adaptive ones: 25 items at most, at some 45 seconds each.</summary>
    public const int AdaptiveMinutes = 20;

    public override int Minutes => AdaptiveMinutes;

    public override int MinutesIn(Programme programme) => programme.Route switch
    {
        RouteMode.Historique => HistoriqueMinutes,
        RouteMode.Beffroi or null => AdaptiveMinutes,
    };

    /// <summary>How many there will be, the answers decide.</summary>
    public override int Count => 0;

    public override int Done(Run run) => RouteReading.Read(run).Steps.Count;

    public override IReadOnlyList<BankItem> Questions => PositioningBank.Current(Name).Items;

    public override IReadOnlyList<BankItem> QuestionsOf(Run run) => PositioningBank.Of(run).Items;

    public override bool HasRoute => true;

    public override Play Fill(Play play, Run run, Programme programme)
    {
        var route = RouteReading.Read(run);
        var items = Store(route).ToList();
        return play with
        {
            Training = [.. route.Bank.Training.Select(i => i.WithoutKey(training: true))],
            Items = [.. items.Select(i => i.WithoutKey(training: false))],
            Route = new()
            {
                Mode = route.Mode,
                Keys = [.. items.Select(i => i.Key.Seal(run.Id.ToString("N")))],
                Marks = route.Marks,
                Blueprint = route.Mode is RouteMode.Beffroi ? PositioningDesign.Of(route.Bank).ToJson() : null,
                Seed = run.Seed,
            },
        };
    }

    public override string? WrongFor(string name, string data) => WrongFor(PositioningBank.Current(Name), name, data);

    public override string? WrongFor(Run run, string name, string data) =>
        WrongFor(PositioningBank.Of(run), name, data);

    public override string? Settled(EventLine line) => QuestionEvents.Settled(line);

    public override int LongestData(string data) => TypedDataLength;

    /// <summary>Ids of the historical questions, those that a family catches up included.</summary>
    protected abstract IEnumerable<string> CodeBook { get; }

    IEnumerable<BankItem> Store(RoutePlay route) => route.Mode switch
    {
        RouteMode.Historique => CodeBook.Select(route.Bank.Get),
        RouteMode.Beffroi => route.Bank.Items,
    };

    static string? WrongFor(PositioningBank bank, string name, string data) => name switch
    {
        EventNames.DictationHeard => Of(bank, data, i => i.Dictation is not null),
        EventNames.TableOpened => Of(bank, data, i => i.Figure is not null),
        _ => QuestionEvents.WrongFor(name, data, bank.Find),
    };

    static string? Of(PositioningBank bank, string data, Func<BankItem, bool> may) =>
        EventData.Text(data, "question") is { } id && bank.Find(id) is { } item && may(item) ? null : "cette question ne permet pas ce geste";
}
