using Beffroi.Eva.Contracts;
using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>The language that an address or a form asks for.</summary>
public static class LanguageForm
{
    /// <summary>French for none; French too for one that there is not, and <paramref name="errors"/> then says so.</summary>
    public static Language Read(string? code, Errors errors)
    {
        if (string.IsNullOrEmpty(code))
        {
            return Language.French;
        }

        if (Language.Find(code) is { } language)
        {
            return language;
        }

        errors.Add("", "Cette langue n’est pas proposée. Choisissez une langue de la liste");
        return Language.French;
    }
}
