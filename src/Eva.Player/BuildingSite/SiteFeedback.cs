using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.BuildingSite;

/// <summary>What is said after a training answer: the words come with the place.</summary>
public static class SiteFeedback
{
    public static string For(Zone zone, Item asked, Draft draft)
    {
        if (draft.DontKnow)
        {
            return "Merci. Vous pouvez toujours répondre « Je ne sais pas ».";
        }

        var said = Asking.IsFirst(asked)
            ? zone.FeedbackOnNo
            : zone.Choices.FirstOrDefault(choice => string.Equals(choice.Id, draft.ChoiceId, StringComparison.Ordinal))?.Feedback;
        return said ?? "Merci. Vous savez répondre.";
    }
}
