"""The palette of tasks, in windows of any size."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Textual's palette; where its list has no room, nothing in it is moved through."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)
