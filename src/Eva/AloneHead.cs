using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Eva;

/// <summary>The head of a person's page that is printed, or that erases: what every person's page has, and one script more.</summary>
public sealed class AloneHead : ComponentBase
{
    public static readonly RenderFragment Print = With("_content/Kit/print.js");

    public static readonly RenderFragment Erase = With("_content/Eva/erase.js");

    [Inject] public required AssetPaths Files { get; set; }

    [Parameter, EditorRequired] public required string Module { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "link");
        builder.AddAttribute(1, "rel", "stylesheet");
        builder.AddAttribute(2, "href", Files["_content/Eva/alone.css"]);
        builder.CloseElement();
        builder.OpenElement(3, "script");
        builder.AddAttribute(4, "type", "module");
        builder.AddAttribute(5, "src", Files[Module]);
        builder.CloseElement();
    }

    static RenderFragment With(string module) => builder =>
    {
        builder.OpenComponent<PersonHead>(0);
        builder.CloseComponent();
        builder.OpenComponent<AloneHead>(1);
        builder.AddComponentParameter(2, nameof(Module), module);
        builder.CloseComponent();
    };
}
