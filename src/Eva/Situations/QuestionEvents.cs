using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>Events of the situations that are made of questions.</summary>
static class QuestionEvents
{
    public static string? WrongFor(string name, string data, Func<string, BankItem?> find)
    {
        if (name is not (EventNames.QuestionShown or EventNames.Answered or EventNames.ReadAloud))
        {
            return $"« {name} » n’arrive pas dans cette situation";
        }

        if (EventData.Text(data, "question") is not { } id || find(id) is not { } item)
        {
            return "la question est inconnue dans cette situation";
        }

        if (name is not EventNames.Answered || EventData.Flag(data, "neSaisPas") == true)
        {
            return null;
        }

        return EventData.Text(data, "reponse") is { } answer ? item.Refuse(answer) : "il manque la réponse";
    }

    public static string? Settled(EventLine line) => line.Name is EventNames.Answered ? EventData.Text(line.Data, "question") : null;
}
