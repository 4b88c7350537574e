using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Graphs;

/// <summary>Shapes and colours in words, in the order in which the script draws them (front/src/look.js): colour never tells alone.</summary>
static class GraphLook
{
    public static string Community(int community, Lang l) => $"{Shapes(l)[community % 4]} {Colours(l)[community % 7]}";

    public static string Class(AutomationClass? value, Lang l) => value switch
    {
        AutomationClass.Bot => l.Say("carrés orange", "orange squares"),
        AutomationClass.Human => l.Say("ronds bleus", "blue circles"),
        AutomationClass.Undetermined => l.Say("triangles gris", "grey triangles"),
        null => l.Say("losanges gris", "grey diamonds"),
    };

    static string[] Shapes(Lang l) => l.Say<string[]>(["ronds", "carrés", "triangles", "losanges"], ["circles,", "squares,", "triangles,", "diamonds,"]);

    static string[] Colours(Lang l) => l.Say<string[]>(["bleus", "orange", "verts", "violets", "ocre", "turquoise", "rouges"], ["blue", "orange", "green", "purple", "ochre", "turquoise", "red"]);
}
