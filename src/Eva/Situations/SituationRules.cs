using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva;

/// <summary>What the server knows of a situation: what it shows, what it accepts, what is done already. One class for each, listed in
/// <see cref="SituationCatalog"/>.</summary>
public abstract class SituationRules
{
    /// <summary>Characters that an event carries at most: ids and a few words.</summary>
    public const int UsualDataLength = 1_000;

    /// <summary>Technical name, in addresses, events, databases and exports.</summary>
    public abstract string Name { get; }

    /// <summary>Name of the place, shown to the person.</summary>
    public abstract string Label { get; }

    /// <summary>Announced duration; options of the campaign come on top (<see cref="ParcoursPlan.Minutes"/>).</summary>
    public abstract int Minutes { get; }

    /// <summary>Announced to those who play this programme.</summary>
    public virtual int MinutesIn(Programme programme) => Minutes;

    /// <summary>The play with all that the browser needs to show it, and no answer key.</summary>
    public abstract Play Fill(Play play, Run run, Programme programme);

    /// <summary>Why an event of this name and data cannot happen here; null when it can. Names that every situation shares do not come here.</summary>
    public abstract string? WrongFor(string name, string data);

    /// <summary>The same for one run, which may be older than what a new one is played with.</summary>
    public virtual string? WrongFor(Run run, string name, string data) => WrongFor(name, data);

    /// <summary>Ids of what the event settles for good: it is not shown again after a resume. Null when it settles nothing.</summary>
    public abstract string? Settled(EventLine line);

    /// <summary>How many things there are to do, for a person who follows the progress; 0 when they are not counted.</summary>
    public abstract int Count { get; }

    /// <summary>Its scored questions, with their keys; empty where there are none.</summary>
    public virtual IReadOnlyList<BankItem> Questions => [];

    /// <summary>Those that a run is played with: its bank was brought before (<see cref="BankVersions.BankShelf"/>).</summary>
    public virtual IReadOnlyList<BankItem> QuestionsOf(Run run) => Questions;

    /// <summary>Whether the campaign chooses who decides of the next question.</summary>
    public virtual bool HasRoute => false;

    /// <summary>How many of <see cref="Count"/> a run has done, training apart.</summary>
    public virtual int Done(Run run) =>
        run.Events.OrderBy(e => e.Position).SkipWhile(e => !string.Equals(e.Name, EventNames.Started, StringComparison.Ordinal)).Select(Settled).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Characters that this event may carry.</summary>
    public virtual int LongestData(string data) => UsualDataLength;
}
