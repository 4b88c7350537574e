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
        var (steps, marks) = (new List<RouteStep>(), new List<RouteMark>());
        var next = walk.Next(marks);
        foreach (var answer in AnswerReading.FirstOf(lines, EventNames.Answered, "question"))
        {
            if (next is not null && string.Equals(answer.Id, next, StringComparison.Ordinal))
            {
                var step = Step(bank.Get(next), lines, answer);
                steps.Add(step);
                marks.Add(step.Mark);
                next = walk.Next(marks);
            }
        }

        return new() { Bank = bank, Mode = mode, Steps = steps, Next = next, Place = walk.Place(marks) };
    }

    static RouteStep Step(BankItem item, List<EventLine> lines, (EventLine Line, int Index, string Id) answer)
    {
        var dontKnow = EventData.Flag(answer.Line.Data, "neSaisPas") == true;
        var marked = item.Mark(dontKnow ? null : EventData.Text(answer.Line.Data, "reponse"));
        return new()
        {
            Item = item,
            Marked = marked,
            Mark = RouteMark.Of(item.Id, marked, HeardSinceShown(lines, answer)),
            DontKnow = dontKnow,
            Heard = AnswerReading.Spoken(lines, answer, "question"),
            Seconds = AnswerReading.Seconds(lines, answer, EventNames.QuestionShown, "question"),
        };
    }

    // As the browser knows it: shown again after a resume, the question is a new one to it. The result, for its part, forgets nothing.
    static bool HeardSinceShown(List<EventLine> lines, (EventLine Line, int Index, string Id) answer)
    {
        bool Names(EventLine line, string name) =>
            string.Equals(line.Name, name, StringComparison.Ordinal) && string.Equals(EventData.Text(line.Data, "question"), answer.Id, StringComparison.Ordinal);
        var shown = lines.FindLastIndex(answer.Index, answer.Index + 1, line => Names(line, EventNames.QuestionShown));
        return lines.FindIndex(Math.Max(shown, 0), answer.Index - Math.Max(shown, 0), line => Names(line, EventNames.ReadAloud)) >= 0;
    }
}
