using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Results;

/// <summary>Walks a positioning again from its events: an answer is a step when it is to the item that the way leads to; any other is kept and earns nothing.</summary>
public static class RouteReading
{
    public static RoutePlay Read(Run run)
    {
        var bank = PositioningBank.Of(run);
        var mode = run.Route ?? RouteMode.Beffroi;
        Walk walk = mode switch { RouteMode.Historique => FixedWalk.Of(run.Situation), RouteMode.Beffroi => new AdaptiveWalk(bank, run.Seed) };
        // What crossed the end of the run is not part of it.
        var lines = run.Events.Where(e => !(e.Position > run.LastPosition)).OrderBy(e => e.Position).ToList();
        var answers = lines.Select((line, index) => (Line: line, Index: index, Id: AnswerReading.Named(line, EventNames.Answered, "question"))).Where(a => a.Id is not null)
            // First received, then first in the play: an answer slipped in later changes nothing.
            .OrderBy(a => a.Line.ReceivedAt).ThenBy(a => a.Index).ToLookup(a => a.Id!, StringComparer.Ordinal);
        var (steps, marks, last) = (new List<RouteStep>(), new List<RouteMark>(), -1);
        var next = walk.Next(marks);
        while (next is not null && answers[next].Where(a => a.Index > last).Select(a => ((EventLine Line, int Index, string Id)?)(a.Line, a.Index, a.Id!)).FirstOrDefault() is { } answer)
        {
            var step = Step(bank.Get(next), lines, answer);
            steps.Add(step);
            marks.Add(step.Mark);
            (last, next) = (answer.Index, walk.Next(marks));
        }

        return new() { Bank = bank, Mode = mode, Steps = steps, Next = next, Place = walk.Place(marks) };
    }

    static RouteStep Step(BankItem item, List<EventLine> lines, (EventLine Line, int Index, string Id) answer)
    {
        var dontKnow = EventData.Flag(answer.Line.Data, "neSaisPas") == true;
        var given = dontKnow ? null : EventData.Text(answer.Line.Data, "reponse");
        var marked = item.Mark(given);
        return new()
        {
            Item = item,
            Marked = marked,
            Mark = RouteMark.Of(item.Id, marked, HeardSinceShown(lines, answer)),
            DontKnow = dontKnow,
            Given = given,
            Heard = AnswerReading.Spoken(lines, answer, "question"),
            Seconds = AnswerReading.Seconds(lines, answer, EventNames.QuestionShown, "question"),
        };
    }

    // As the browser knows it: shown again after a resume, the question is a new one to it. The result, for its part, forgets nothing.
    static bool HeardSinceShown(List<EventLine> lines, (EventLine Line, int Index, string Id) answer)
    {
        var shown = lines.FindLastIndex(answer.Index, answer.Index + 1, line => Names(line, EventNames.QuestionShown, answer.Id));
        return lines.FindIndex(Math.Max(shown, 0), answer.Index - Math.Max(shown, 0), line => Names(line, EventNames.ReadAloud, answer.Id)) >= 0;
    }

    static bool Names(EventLine line, string name, string item) => string.Equals(AnswerReading.Named(line, name, "question"), item, StringComparison.Ordinal);
}
